// Written by npm run fit, from data/measurements.csv. Change the law or the data, not this file.

import type {FittedForecast} from "./forecast-law.js";

/** See forecast-law.ts for what the numbers mean; seconds, and shares of 1. */
export const fitted: FittedForecast = {
  classes: {
    apple: {
      bandwidthEfficiency: 0.91554195,
      computeEfficiency: 0.69482705,
      expertShare: 0.93803729,
      secondsPerLayer: 0.00018144152,
    },
    geforce: {
      bandwidthEfficiency: 0.83709626,
      computeEfficiency: 0.55483134,
      expertShare: 0.38562698,
      secondsPerLayer: 0.000034414031,
    },
    radeon: {
      bandwidthEfficiency: 0.6397228,
      computeEfficiency: 0.38757308,
      expertShare: 0.86771729,
      secondsPerLayer: 0.000024636132,
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
      bandwidthEfficiency: 0.82172807,
      computeEfficiency: 0.34802398,
      expertShare: 0.7,
      secondsPerLayer: 0.000031626181,
    },
    cpu: {
      bandwidthEfficiency: 0.68598108,
      computeEfficiency: 0.36370605,
      expertShare: 0.7,
      secondsPerLayer: 0.000048268841,
    },
    board: {
      bandwidthEfficiency: 0.58287531,
      computeEfficiency: 0.70201867,
      expertShare: 0.7,
      secondsPerLayer: 0.00001,
    },
  },
  shared: {wideGain: 1.1235539, secondsPerExpertLayer: 0.000040044214},
  bands: {
    decode: {
      apple: {low: 0.92885725, high: 1.0812388},
      geforce: {low: 0.90485322, high: 1.2044058},
      radeon: {low: 0.79021318, high: 1.3974354},
      datacenter: {low: 0.79021318, high: 1.3974354},
      legacy: {low: 0.79021318, high: 1.3974354},
      unified: {low: 0.86699297, high: 1.0260191},
      cpu: {low: 0.79021318, high: 1.3974354},
      board: {low: 0.79021318, high: 1.3974354},
    },
    prefill: {
      apple: {low: 0.9288141, high: 1.077503},
      geforce: {low: 0.84271807, high: 1.2808303},
      radeon: {low: 0.82180329, high: 1.735554},
      datacenter: {low: 0.82180329, high: 1.735554},
      legacy: {low: 0.82180329, high: 1.735554},
      unified: {low: 0.82180329, high: 1.735554},
      cpu: {low: 0.82180329, high: 1.735554},
      board: {low: 0.82180329, high: 1.735554},
    },
  },
};
