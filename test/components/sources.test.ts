import {describe, expect, it} from "vitest";
import {builtEn} from "../../src/components/messages/en/built.js";
import {createNumbers} from "../../src/components/numbers.js";
import {renderSources} from "../../src/components/sources/render.js";
import {dataFiles} from "../../src/lib/catalog/data-files.js";
import {quantities} from "../../src/lib/scenario/quantities.js";
import {readCatalog} from "../../src/data/read-catalog.js";
import {defaultScenario} from "../../src/lib/scenario/scenario.js";
import {viewOf} from "../../src/lib/scenario/view.js";

const catalog = readCatalog();
const view = viewOf(defaultScenario, catalog);
const context = {catalog, quantities, words: builtEn, numbers: createNumbers("en")};
const render = (sources: string): string => renderSources({sources}, view, context);

describe("data-sources", () => {
  it.each(dataFiles)(
    "offers %s.csv for download, and names every page that it stands on",
    (file) => {
      const html = render(file);
      expect(html).toContain(`<a href="../data/${file}.csv" download rel="external">`);
      const {machines: hardware, memoryLevels} = catalog;
      const rows = {...catalog, hardware, "memory-levels": memoryLevels}[file];
      for (const {url} of rows) {
        if (url !== undefined) expect(html).toContain(`href="${url.split("#")[0]}"`);
      }
    },
  );

  it("counts the rows of each source, and says by sign and word how many are unverified", () => {
    const html = render("measurements");
    expect(html).toMatch(
      /discussion #4167<\/span><\/a> <span [^>]*>162 rows · <b [^>]*>◇ unverified<\/b>/,
    );
    expect(render("hardware")).toMatch(/^<p [^>]*>115 rows · <b [^>]*>◇ \d+ unverified<\/b>/);
    expect(render("formats")).toMatch(/^<p [^>]*>74 rows · all verified/);
  });

  it("links the pages of a source one by one, by name or number", () => {
    expect(render("models")).toMatch(/href="[^"]*\/Llama-2-7b-hf"[^>]*>Llama-2-7B<\/a>/);
    expect(render("measurements")).toMatch(/href="[^"]*\/issues\/43"[^>]*>#43<\/a>/);
  });

  it("refuses a kind of data that there is not", () => {
    expect(() => render("model")).toThrow(
      'data-sources is "model"; it should be one of models, hardware,',
    );
  });
});
