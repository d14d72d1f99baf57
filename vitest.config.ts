import {defineConfig} from "vitest/config";

/**
 * Three projects: "unit" tests the source, "site" reads the files of the built site, and
 * "browser" opens the built site in Chromium. `npm test` builds the site between them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**", "test/browser/**"],
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/lib/**/*.ts"],
      // AssemblyScript: what runs is the compiled binary, of which V8 knows no lines.
      exclude: ["src/lib/engine/kernels/**"],
      reporter: ["text-summary", "json-summary"],
      thresholds: {lines: 95, functions: 95, statements: 95, branches: 90},
    },
  },
});
