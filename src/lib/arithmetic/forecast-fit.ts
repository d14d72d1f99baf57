// Written by npm run fit, from data/measurements.csv. Change the law or the data, not this file.

import type {FittedForecast} from "./forecast-law.js";

/** See forecast-law.ts for what the numbers mean; seconds, and shares of 1. */
export const fitted: FittedForecast = {
  classes: {
    apple: {
      bandwidthEfficiency: 0.91554195,
      computeEfficiency: 0.69482705,
      expertShare: 0.93803728,
      secondsPerLayer: 0.00018144152,
    },
    geforce: {
      bandwidthEfficiency: 0.83709624,
      computeEfficiency: 0.55483134,
      expertShare: 0.38562698,
      secondsPerLayer: 0.00003441403,
    },
    radeon: {
      bandwidthEfficiency: 0.63972284,
      computeEfficiency: 0.38757308,
      expertShare: 0.86771729,
      secondsPerLayer: 0.000024636149,
    },
    datacenter: {
      bandwidthEfficiency: 0.81518526,
      computeEfficiency: 0.7550359,
      expertShare: 0.7,
      secondsPerLayer: 0.000065537992,
    },
    legacy: {
      bandwidthEfficiency: 0.63728372,
      computeEfficiency: 0.53737459,
      expertShare: 0.7,
      secondsPerLayer: 0.00013724513,
    },
    unified: {
      bandwidthEfficiency: 0.82172806,
      computeEfficiency: 0.34802398,
      expertShare: 0.7,
      secondsPerLayer: 0.000031626171,
    },
    cpu: {
      bandwidthEfficiency: 0.68598106,
      computeEfficiency: 0.36370605,
      expertShare: 0.7,
      secondsPerLayer: 0.000048268817,
    },
    board: {
      bandwidthEfficiency: 0.58287531,
      computeEfficiency: 0.70201867,
      expertShare: 0.7,
      secondsPerLayer: 0.00001,
    },
  },
  shared: {wideGain: 1.1235539, secondsPerExpertLayer: 0.000040044213},
  bands: {
    decode: {
      apple: {low: 0.92890929, high: 1.0813232},
      geforce: {low: 0.90291344, high: 1.2086182},
      radeon: {low: 0.79021706, high: 1.3974394},
      datacenter: {low: 0.79021706, high: 1.3974394},
      legacy: {low: 0.79021706, high: 1.3974394},
      unified: {low: 0.86699296, high: 1.0260191},
      cpu: {low: 0.79021706, high: 1.3974394},
      board: {low: 0.79021706, high: 1.3974394},
    },
    prefill: {
      apple: {low: 0.92967319, high: 1.0768967},
      geforce: {low: 0.84301769, high: 1.2810306},
      radeon: {low: 0.82180329, high: 1.735554},
      datacenter: {low: 0.82180329, high: 1.735554},
      legacy: {low: 0.82180329, high: 1.735554},
      unified: {low: 0.82180329, high: 1.735554},
      cpu: {low: 0.82180329, high: 1.735554},
      board: {low: 0.82180329, high: 1.735554},
    },
  },
};
