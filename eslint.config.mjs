// What a reader should not have to look for. `npm run lint` allows no warning; the fences between rooms are in .dependency-cruiser.cjs.
import eslint from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const PRODUCT = ["src/**/*.ts", "src/**/*.tsx"];
const TESTS = ["**/*.test.ts", "**/*.test.tsx"];
const OFFICE_SIDE = ["src/workbook/excel/**/*.ts", "src/self-test/**/*.ts", "src/host/**/*.ts", "src/taskpane/main.tsx"];

const OFFICE = ["Excel", "Office", "OfficeExtension", "OfficeRuntime"];
const NODE = ["process", "Buffer", "__dirname", "__filename", "global", "require", "module"];
const VIETNAMESE = "/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i";
const WORDS = [
  `Literal[value=${VIETNAMESE}]`,
  `TemplateElement[value.raw=${VIETNAMESE}]`,
  "JSXText[value=/\\p{L}/u]",
  "JSXAttribute[name.name=/^(aria-label|title|placeholder|label|alt)$/] > Literal[value=/\\p{L}/u]",
].map((selector) => ({ selector, message: "A word that a person sees belongs to src/i18n." }));
const restricted = (names, message) => ["error", ...names.map((name) => ({ name, message }))];
const OFFICE_MESSAGE = "Excel and Office belong to src/workbook/excel, src/self-test, the embedded host and the pane's main file.";
const OFFICE_TYPES = [{ selector: `TSQualifiedName > Identifier.left[name=/^(${OFFICE.join("|")})$/]`, message: OFFICE_MESSAGE }];
const NODE_MESSAGE = "What runs in Excel and in a browser has no Node; the command line has.";

const BARE = "Literal[raw=/^[1-9]/]";
const TIMED = /^(test|it|beforeAll|beforeEach|afterAll|afterEach)$/;
const TIMEOUTS = [
  // test(name, body, 60_000), test.each(…)(name, body, 60_000), beforeAll(body, 60_000)
  ...[`callee.name=${TIMED}`, `callee.callee.object.name=${TIMED}`, `callee.object.name=${TIMED}`].map(
    (callee) => `CallExpression[${callee}] > ${BARE}.arguments`,
  ),
  ...["setTimeout", "setDefaultTimeout", "setDefaultNavigationTimeout"].map(
    (method) => `CallExpression[callee.property.name=${method}] > ${BARE}.arguments`,
  ),
  `Property[key.name=/^(timeout|testTimeout)$/] > ${BARE}.value`,
  // a failure after so long; a short pause is none
  'CallExpression[callee.name="setTimeout"] > Literal[value>=1000].arguments',
].map((selector) => ({ selector, message: "A time-out grows with what the machine does: minutes() of tests/support/patience." }));
const CLOCKS = [
  'MemberExpression[object.name="performance"][property.name="now"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[property.name="hrtime"]',
].map((selector) => ({
  selector,
  message: "A busy machine is slow: a test compares two works of one run, as tests/support/growth does, or counts steps.",
}));

const WIDTH = 140;
const BESIDE = 60;
/** A line ends at `WIDTH`. A text or pattern that fills one alone may go on, with no more than `BESIDE` signs beside it. */
const lineWidth = {
  create({ sourceCode: { lines }, report }) {
    const texts = [];
    const goesOn = ({ start, end }, line, number) => {
      const from = start.line < number ? 0 : start.column;
      const to = end.line > number ? line.length : end.column;
      const indent = line.search(/\S/);
      const isLong = start.line < end.line || indent + to - from > WIDTH - BESIDE / 2;
      return start.line <= number && number <= end.line && isLong && line.length - indent - (to - from) <= BESIDE;
    };
    return {
      "Literal, TemplateLiteral": ({ loc }) => void texts.push(loc),
      "Program:exit": () => {
        for (const [index, line] of lines.entries()) {
          const number = index + 1;
          if (line.length <= WIDTH || texts.some((text) => goesOn(text, line, number))) continue;
          report({ loc: { line: number, column: WIDTH }, message: `${line.length} signs in a line; it ends at ${WIDTH}.` });
        }
      },
    };
  },
};

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".cache/", "node_modules/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx", "**/*.js", "**/*.cjs", "**/*.mjs"],
    // Sentences are looked up line by line.
    ignores: ["src/i18n/**"],
    plugins: { lines: { rules: { width: lineWidth } } },
    rules: { "lines/width": "error" },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-console": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Numbers in sentences and addresses are what most templates are for.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      // An empty text is as absent as none.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: true }],
      // Matters of taste, or at odds with the compiler's own options.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-generated-empty-object-type": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unnecessary-type-arguments": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/prefer-optional-chain": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
      // Excel and Univer answer otherwise than their declarations say: asking once more is no mistake.
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "no-control-regex": "off",
    },
  },
  {
    // What Excel answers is declared as any: a test compares it whole.
    files: ["tests/**/*.ts", ...TESTS],
    rules: Object.fromEntries(
      ["argument", "assignment", "call", "class-instance-assignment", "member-access", "return"].map((kind) => [
        `@typescript-eslint/no-unsafe-${kind}`, "off",
      ]),
    ),
  },
  { files: ["tests/**/*.ts", ...TESTS], ignores: ["tests/bench/**"], rules: { "no-restricted-syntax": ["error", ...TIMEOUTS, ...CLOCKS] } },
  // More than five belong together, or the function does two things.
  { files: PRODUCT, ignores: TESTS, rules: { "max-params": ["error", 5] } },
  {
    files: PRODUCT,
    ignores: TESTS,
    rules: { "no-restricted-globals": restricted([...NODE, ...OFFICE], `${NODE_MESSAGE} ${OFFICE_MESSAGE}`) },
  },
  { files: ["src/cli/**/*.ts"], rules: { "no-restricted-globals": restricted(OFFICE, OFFICE_MESSAGE) } },
  { files: OFFICE_SIDE, ignores: TESTS, rules: { "no-restricted-globals": restricted(NODE, NODE_MESSAGE) } },
  { files: PRODUCT, ignores: TESTS, rules: { "no-restricted-syntax": ["error", ...WORDS, ...OFFICE_TYPES] } },
  // Words are in i18n; quantity knows the notation, reading, drafting and one file of forms the words that others' tables and texts bear.
  {
    files: ["src/{i18n,quantity,reading,drafting}/**/*.ts", "src/forms/turning-words.ts"],
    ignores: TESTS,
    rules: { "no-restricted-syntax": ["error", ...OFFICE_TYPES] },
  },
  { files: OFFICE_SIDE, ignores: TESTS, rules: { "no-restricted-syntax": ["error", ...WORDS] } },
  // Contents of cells, and what a report asks of Excel, are data.
  { files: ["src/self-test/**/*.ts", "src/host/words.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["src/taskpane/**/*.ts", "src/taskpane/**/*.tsx"], extends: [reactHooks.configs.flat["recommended-latest"]] },
  {
    files: ["src/workbook/excel/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    // Every rule that the plugin has.
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"])),
  },
  {
    files: ["**/*.js", "**/*.cjs", "**/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        ["require", "module", "process", "__dirname", "__filename", "setImmediate", "URL", "console", "Buffer", "exports"].map((name) => [
          name, "readonly",
        ]),
      ),
    },
    rules: { "no-console": "error" },
  },
  {
    files: ["src/taskpane/opening.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script", globals: { document: "readonly", window: "readonly" } },
    rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
  { files: ["**/*.cjs", "**/*.js"], ignores: ["src/taskpane/opening.js"], languageOptions: { sourceType: "commonjs" } },
);
