// `npm run validate [-- MANIFEST...]`: everything about the manifest that can be known without a network, in one list.
// Rules: https://learn.microsoft.com/javascript/api/manifest and MS-OWEMXML.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import manifestTool from "office-addin-manifest";
import { SaxesParser } from "saxes";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const LOCALES = ["vi-VN", "en-US"];
const PLACES = ["create", "check", "summary"];
/** Excel LTSC 2021 has ExcelApi 1.14. */
const NEWEST_EXCEL_API = 14;
/** The order that the schema of a task pane's manifest asks for. */
const ORDER = [
  "Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl",
  "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides",
];
const REQUIRED = [
  "Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "Hosts",
  "Requirements", "DefaultSettings", "Permissions", "VersionOverrides",
];
/** Where the resource stands that an element names, and how long its values may be. */
const RESOURCES = { Image: "Images", SourceLocation: "Urls", Label: "ShortStrings", Title: "ShortStrings", Description: "LongStrings" };
const LENGTHS = { Images: 2048, Urls: 2048, ShortStrings: 125, LongStrings: 250 };

/** Every problem of a manifest, as sentences; none when it is in order. */
async function problemsOf(file) {
  let manifest;
  try {
    manifest = parse(readFileSync(file, "utf8"));
  } catch (cause) {
    return [`it is not well-formed XML: ${cause.message}`];
  }
  const info = await manifestTool.OfficeAddinManifest.readManifestFile(file);
  return [
    ...basics(manifest, info), ...texts(manifest), ...addresses(manifest), ...resources(manifest), ...icons(manifest),
    ...requirements(manifest),
  ];
}

/** The element as { name, attributes, children, text }, names without their prefix. */
function parse(xml) {
  const parser = new SaxesParser({ xmlns: true });
  const open = [{ name: "", attributes: {}, children: [], text: "" }];
  parser.on("opentag", ({ local, attributes }) => {
    const element = {
      name: local,
      attributes: Object.fromEntries(Object.values(attributes).map((each) => [each.local, each.value])),
      children: [],
      text: "",
    };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    open.at(-1).text += text.trim();
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return open[0].children[0];
}

const all = (element, name) => element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const child = (element, name) => element?.children.find((each) => each.name === name);
const repeated = (names) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];

function* basics(manifest, info) {
  if (manifest.name !== "OfficeApp" || manifest.attributes.type !== "TaskPaneApp") yield "it is not a task pane's manifest";
  const names = manifest.children.map(({ name }) => name);
  for (const name of REQUIRED) if (!names.includes(name)) yield `${name} is missing`;
  if (names.join() !== ORDER.filter((name) => names.includes(name)).join())
    yield `the elements stand as ${names.join(", ")}, not in the schema's order`;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(info.id ?? "")) yield `Id ${info.id} is not a GUID`;
  if (!/^[1-9]\d{0,4}(\.\d{1,5}){1,3}$/.test(info.version ?? ""))
    yield `Version ${info.version} is not a number of two to four parts from 1.0 on`;
  if (info.permissions !== "ReadWriteDocument") yield `the permission is ${info.permissions}: ReadWriteDocument is the least that works`;
  if (info.appDomains?.length) yield `AppDomains names ${info.appDomains.join(", ")}: the add-in goes nowhere else`;
  const hosts = [...all(manifest, "Host")].map(({ attributes }) => attributes.Name ?? attributes.type);
  if (hosts.join() !== "Workbook,Workbook") yield `the hosts are ${hosts.join(", ")}: Workbook alone, in both places`;
  const ids = ["CustomTab", "Group", "Control"].flatMap((name) => all(manifest, name)).map(({ attributes }) => attributes.id);
  for (const id of repeated(ids)) yield `the id ${id} is there twice`;
  for (const id of ids) if (!id || id.length > 125) yield `the id ${id} has to have 1 to 125 characters`;
}

function* texts(manifest) {
  const locale = child(manifest, "DefaultLocale")?.text;
  if (locale !== LOCALES[0]) yield `DefaultLocale is ${locale}, not ${LOCALES[0]}`;
  const said = [
    { element: child(manifest, "DisplayName"), name: "DisplayName", most: 125 },
    { element: child(manifest, "Description"), name: "Description", most: 250 },
    ...["ShortStrings", "LongStrings"].flatMap((list) =>
      all(manifest, list).flatMap(({ children }) =>
        children.map((element) => ({ element, name: element.attributes.id, most: LENGTHS[list] })),
      ),
    ),
  ].filter(({ element }) => element);
  for (const { element, name, most } of said) {
    const overrides = all(element, "Override");
    const locales = [locale, ...overrides.map(({ attributes }) => attributes.Locale)];
    if (locales.join() !== LOCALES.join()) yield `${name} is there in ${locales.join(", ")}, not in ${LOCALES.join(", ")}`;
    for (const value of [element.attributes.DefaultValue, ...overrides.map(({ attributes }) => attributes.Value)]) {
      if (!value || value.length > most) yield `${name} has ${value?.length ?? 0} characters in "${value}": 1 to ${most} are allowed`;
    }
  }
}

/** The addresses that stand in the manifest. */
function addressesOf(manifest) {
  return [
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => all(manifest, name)),
    ...all(manifest, "DefaultSettings").flatMap(({ children }) => children),
    ...["Images", "Urls"].flatMap((name) => all(manifest, name).flatMap(({ children }) => children)),
  ].map(({ attributes }) => attributes.DefaultValue);
}

function* addresses(manifest) {
  const urls = addressesOf(manifest);
  for (const url of urls) if (!URL.canParse(url)) yield `${url} is not an address`;
  const good = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  for (const url of good) if (url.protocol !== "https:") yield `${url} is not https`;
  const origins = [...new Set(good.map(({ origin }) => origin))];
  if (origins.length > 1) yield `the addresses are of ${origins.join(" and ")}: one variable has to set them all`;
  const pages = good.filter(({ pathname }) => !pathname.endsWith(".png"));
  for (const { pathname, href } of pages) if (!pathname.endsWith("/taskpane.html")) yield `${href} is not the pane's page`;
  const places = pages.map(({ searchParams }) => searchParams.get("place")).filter((place) => place !== null);
  if (places.join() !== PLACES.join()) yield `the buttons open ${places.join(", ")}, not ${PLACES.join(", ")}`;
}

function* resources(manifest) {
  const defined = Object.keys(LENGTHS).flatMap((list) =>
    all(manifest, list).flatMap(({ children }) => children.map(({ attributes }) => ({ list, id: attributes.id }))),
  );
  const used = Object.entries(RESOURCES).flatMap(([name, list]) =>
    all(manifest, name).filter(({ attributes }) => attributes.resid).map(({ attributes }) => ({ list, id: attributes.resid })),
  );
  const key = ({ list, id }) => `${list} ${id}`;
  for (const each of repeated(defined.map(key))) yield `the resource ${each} is there twice`;
  for (const { id } of defined) if (!id || id.length > 32) yield `the resource id ${id} has to have 1 to 32 characters`;
  for (const each of new Set(used.map(key)))
    if (!defined.some((one) => key(one) === each)) yield `the resource ${each} is named, but not there`;
  for (const each of defined.map(key))
    if (!used.some((one) => key(one) === each)) yield `the resource ${each} is there, but nobody names it`;
}

function* icons(manifest) {
  const addressOf = new Map(
    all(manifest, "Images").flatMap(({ children }) => children.map(({ attributes }) => [attributes.id, attributes.DefaultValue])),
  );
  for (const icon of all(manifest, "Icon")) {
    const sizes = icon.children.map(({ attributes }) => Number(attributes.size));
    for (const size of [16, 32, 80]) if (!sizes.includes(size)) yield `an icon lacks its ${size} pixels`;
    for (const { attributes } of icon.children) yield* picture(addressOf.get(attributes.resid), Number(attributes.size));
  }
  yield* picture(child(manifest, "IconUrl")?.attributes.DefaultValue, 32);
  yield* picture(child(manifest, "HighResolutionIconUrl")?.attributes.DefaultValue, 64);
}

function* picture(url, size) {
  if (!url || !URL.canParse(url)) return;
  const at = new URL(url).pathname.indexOf("/assets/");
  const path = at < 0 ? null : new URL(url).pathname.slice(at + 1);
  if (path === null || !existsSync(join(root, path))) return yield `${url} has no file under assets/`;
  const bytes = readFileSync(join(root, path));
  if (bytes.toString("latin1", 1, 4) !== "PNG") return yield `${path} is not a PNG`;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width !== size || height !== size) yield `${path} is ${width} by ${height} pixels, not ${size} by ${size}`;
}

function* requirements(manifest) {
  const sets = all(manifest, "Set").map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`);
  if (sets.length !== 2 || sets[0] !== sets[1]) yield `the requirement sets are ${sets.join(", ")}: the same one in both places`;
  const [, minor] = /^ExcelApi 1\.(\d+)$/.exec(sets[0] ?? "") ?? [];
  if (minor === undefined || Number(minor) > NEWEST_EXCEL_API)
    yield `${sets[0]} is not a version of ExcelApi up to 1.${NEWEST_EXCEL_API}, the one of Excel LTSC 2021`;
}

const given = process.argv.slice(2);
for (const file of given.length > 0 ? given : [relative(process.cwd(), join(root, "manifest.xml"))]) {
  const problems = await problemsOf(file);
  if (problems.length > 0) process.exitCode = 1;
  process.stdout.write(problems.length === 0 ? `${file}: in order\n` : `${file}:\n${problems.map((problem) => `- ${problem}\n`).join("")}`);
}
process.stdout.write(`
Checked here: well-formed XML, order and presence of the elements, ids, resources, lengths, both languages, https, icons and their pixels,
requirement set, permission. Microsoft's online check (npx office-addin-manifest validate manifest.xml) sends the manifest to Microsoft and adds:
its current schema, the policies of the store (a support address, for one), whether the addresses answer, and on which Excels the add-in will run.
`);
