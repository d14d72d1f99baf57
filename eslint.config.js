import {createTypeScriptImportResolver} from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

// Who may know whom. A room that is not listed under "may" is forbidden to the room in "room".
// pages → components → lib; inside lib: arithmetic knows nobody, formula and catalog know
// arithmetic, scenario knows arithmetic, catalog and what was measured; the engine knows catalog and arithmetic, and
// what measures the reader's device knows the engine as well.
const rooms = [
  {room: "src/lib/arithmetic", may: []},
  {room: "src/lib/formula", may: ["src/lib/arithmetic"]},
  {room: "src/lib/catalog", may: ["src/lib/arithmetic"]},
  {
    room: "src/lib/scenario",
    may: ["src/lib/arithmetic", "src/lib/catalog", "src/lib/device"],
  },
  {room: "src/lib/engine", may: ["src/lib/arithmetic", "src/lib/catalog"]},
  {
    room: "src/lib/device",
    may: ["src/lib/arithmetic", "src/lib/catalog", "src/lib/engine"],
  },
];

const zones = [
  ...rooms.map(({room, may}) => ({
    target: `./${room}`,
    from: "./src",
    except: [room, ...may].map((path) => `./${path.slice("src/".length)}`),
    message: `${room} may import ${may.join(", ") || "no other room"} (see README, The rooms).`,
  })),
  {target: "./src/lib", from: "./src/components", message: "lib does not know components."},
  {target: "./src/lib", from: "./src/data", message: "lib does not know the loaders."},
  {target: "./src/components", from: "./src/pages", message: "components do not know pages."},
  {target: "./src/components", from: "./src/data", message: "components do not know the loaders."},
  {target: "./src/data", from: "./src/components", message: "loaders do not know components."},
];

const domGlobals = ["document", "window", "location", "history", "navigator", "localStorage"];

export default tseslint.config(
  // The kernels are AssemblyScript: asc checks them.
  {
    ignores: [
      "dist",
      "packages/laws/dist",
      "coverage",
      "src/.observablehq",
      "node_modules",
      "src/lib/engine/kernels",
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: {"import-x": importX},
    settings: {"import-x/resolver-next": [createTypeScriptImportResolver()]},
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", {zones}],
      "no-restricted-imports": [
        "error",
        {paths: [{name: "d3", message: "Import the leaf module, such as d3-scale."}]},
      ],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["src/lib/**", "src/data/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...domGlobals.map((name) => ({
          name,
          message: "The DOM is known in components and embed alone.",
        })),
      ],
    },
  },
  {
    files: ["src/lib/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {patterns: [{regex: "^(node:|d3$)", message: "lib runs in pages and workers too."}]},
      ],
    },
  },
  {
    files: ["src/lib/arithmetic/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {patterns: [{regex: "^[^.]", message: "arithmetic imports nothing."}]},
      ],
    },
  },
);
