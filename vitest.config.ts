import {defineConfig} from "vitest/config";

/**
 * Four projects: "unit" tests the source, "site" reads the files of the built site, "browser" opens
 * the built site in Chromium, and "engines" in Firefox and WebKit. `npm test` builds the site between
 * them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**", "test/browser/**", "test/engines/**"],
        },
      },
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/setup.ts"],
          isolate: false, // files share what they import, and the tabs of the one browser
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "engines",
          include: ["test/engines/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/lib/**/*.ts"],
      exclude: [
        // AssemblyScript: what runs is the compiled binary, of which V8 knows no lines.
        "src/lib/engine/kernels/**",
        // What lives between a page, its workers and its graphics processor: the browser's tests
        // run it (engine, engine-life, your-machine, price, gpu), bundled, where no lines are counted.
        "src/lib/engine/{helper,load-model,model,requantize,sources,team,worker,worker-line}.ts",
        "src/lib/engine/as-engine-error.ts",
        "src/lib/device/{crew,measure-device,model-series,plan,series,worker}.ts",
        "src/lib/device/gpu/**",
      ],
      reporter: ["text-summary", "json-summary"],
      thresholds: {lines: 95, functions: 95, statements: 95, branches: 90},
    },
  },
});
