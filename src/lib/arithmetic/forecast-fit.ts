// Written by npm run fit, from data/measurements.csv. Change the law or the data, not this file.

import type {FittedForecast} from "./forecast-law.js";

/** See forecast-law.ts for what the numbers mean; seconds, and shares of 1. */
export const fitted: FittedForecast = {
  classes: {
    apple: {
      bandwidthEfficiency: 0.91554189,
      computeEfficiency: 0.69482705,
      expertShare: 0.93814227,
      secondsPerLayer: 0.00018144146,
    },
    geforce: {
      bandwidthEfficiency: 0.83709402,
      computeEfficiency: 0.55483144,
      expertShare: 0.38575682,
      secondsPerLayer: 0.000034413668,
    },
    radeon: {
      bandwidthEfficiency: 0.63972096,
      computeEfficiency: 0.38757314,
      expertShare: 0.86803183,
      secondsPerLayer: 0.000024635325,
    },
    datacenter: {
      bandwidthEfficiency: 0.81518621,
      computeEfficiency: 0.75503718,
      expertShare: 0.7,
      secondsPerLayer: 0.000065538157,
    },
    legacy: {
      bandwidthEfficiency: 0.63728634,
      computeEfficiency: 0.53737485,
      expertShare: 0.7,
      secondsPerLayer: 0.00013724579,
    },
    unified: {
      bandwidthEfficiency: 0.82172826,
      computeEfficiency: 0.34802397,
      expertShare: 0.7,
      secondsPerLayer: 0.000031626235,
    },
    cpu: {
      bandwidthEfficiency: 0.68598238,
      computeEfficiency: 0.36370628,
      expertShare: 0.7,
      secondsPerLayer: 0.000048269485,
    },
    board: {
      bandwidthEfficiency: 0.58287589,
      computeEfficiency: 0.70201987,
      expertShare: 0.7,
      secondsPerLayer: 0.00001,
    },
  },
  shared: {wideGain: 1.1235539, secondsPerExpertLayer: 0.00004004427},
  bands: {
    decode: {
      apple: {low: 0.92890931, high: 1.0813232},
      geforce: {low: 0.90291278, high: 1.208619},
      radeon: {low: 0.79021848, high: 1.3974392},
      datacenter: {low: 0.79021848, high: 1.3974392},
      legacy: {low: 0.79021848, high: 1.3974392},
      unified: {low: 0.86699328, high: 1.0260195},
      cpu: {low: 0.79021848, high: 1.3974392},
      board: {low: 0.79021848, high: 1.3974392},
    },
    prefill: {
      apple: {low: 0.92967319, high: 1.0768967},
      geforce: {low: 0.84305196, high: 1.2809471},
      radeon: {low: 0.82180418, high: 1.7355594},
      datacenter: {low: 0.82180418, high: 1.7355594},
      legacy: {low: 0.82180418, high: 1.7355594},
      unified: {low: 0.82180418, high: 1.7355594},
      cpu: {low: 0.82180418, high: 1.7355594},
      board: {low: 0.82180418, high: 1.7355594},
    },
  },
};
