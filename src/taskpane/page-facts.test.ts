import { expect, test } from "@jest/globals";
import { picksFolders } from "./page-facts";

test.each([
  ["PC", true, true],
  ["OfficeOnline", true, true],
  ["Mac", true, false],
  ["PC", false, false],
  ["", true, true],
])("on %p, where the browser picks folders %p: %p", (platform, browser, picks) => expect(picksFolders(platform, browser)).toBe(picks));
