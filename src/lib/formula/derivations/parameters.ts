import type {Derivation} from "./derivation.js";

const {raw} = String;
const llamaLayerTex = raw`4\,d^{2} + 3\,d\,d_{\mathrm{ff}} + 2\,d`;

/** Derivations of the chapter on counting parameters. */
export const parameterDerivations = {
  parameterEstimate: {
    symbols: ["layerParameters", "hiddenSize", "layers", "vocabularySize", "estimatedParameters"],
    leadsTo: "parameterEstimate",
    steps: {
      matrices: {tex: raw`p = 4\,d^{2} + 2\,d \cdot 4\,d`, begins: true},
      squares: {tex: raw`p = 4\,d^{2} + 8\,d^{2}`},
      twelve: {tex: raw`p = 12\,d^{2}`},
      model: {tex: raw`P_{\mathrm{GPT}} = L\,p + V\,d`, begins: true},
      estimate: {
        tex: raw`P_{\mathrm{GPT}} = 12\,L\,d^{2} + V\,d`,
        given: {layerParameters: raw`12\,d^{2}`},
      },
    },
  },
  llamaParameters: {
    symbols: [
      "layerParameters",
      "hiddenSize",
      "intermediateSize",
      "layers",
      "vocabularySize",
      "llamaParameters",
    ],
    leadsTo: "llamaParameters",
    steps: {
      layer: {
        tex: raw`p = 4\,d^{2} + d\,d_{\mathrm{ff}} + d\,d_{\mathrm{ff}} + d\,d_{\mathrm{ff}} + d + d`,
        begins: true,
      },
      together: {tex: raw`p = ${llamaLayerTex}`},
      model: {tex: raw`P = L\,p + V\,d + V\,d + d`, begins: true},
      tables: {tex: raw`P = L\,p + 2\,V\,d + d`},
      putIn: {
        tex: raw`P = L \left(${llamaLayerTex}\right) + 2\,V\,d + d`,
        given: {layerParameters: llamaLayerTex},
      },
    },
  },
} as const satisfies Record<string, Derivation>;
