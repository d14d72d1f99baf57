import {halfValue} from "../arithmetic/half.js";

/**
 * Real weights: the first 8 rows, of 256 columns each, of blk.2.ffn_up.weight of Fable, a model of
 * four million parameters, trained for this notebook and given away under CC0, in half precision.
 * Written by scripts/fable-rows.ts; do not edit.
 */
const rows = [
  "rSx4pEogV6WIMH2u66Hlo5WlhqinrICnmCuOMS6qjidCJ6yqvrASq4GwIKLcnMorMa+GsOmtWS6tqa8lZDTiLaIw",
  "nKbXMC4udavIrL8r6i1Zp0ykqrESLuEwraAYMLIxZqihMlssNC1lLByuwS97rwKq6R1nMOcrGCgkLCmm1CR1LBws",
  "6ymIqMktfazFKUqlSS28KIEvzay+LNkuGS5orREwq6r4oOkwkK3bMQ2jLbEDrACrwSjmKSyumCiJK4ar/4gzroGs",
  "ebBHKyCsWi1XqMKt+SgrsEawiy3Tp2kSV6n/qmqwJywArQsverH7MfUvIDBTEDmueiR2LeCfGqH1MZQsDDA/rp+o",
  "+rG8KQOxu6kDpEGvBrMRKeouuDGxpO8s4bMNKFEuRy08L2wbJKzVIjQwhKwPLRGt/ibRrHcq1K+Fr08vyCT9KgQk",
  "6jGbKAkjPqq+KEevNKvvMVmx2KpbsTUsVS6PMeimBCj6rHOtHq40nAKwvyJqMJmt7qd3qK80rqcPJnopgyBUL5aw",
  "+rM0qScsqazdrqWj/CKxKoQxEanxI2ewyaw+rLcx4ywrpMKqP6tcoAgnqzCDnkskGy4tpwkp1jBOrYCvBCEKo9WT",
  "W6pxsWWtRq+irN6gKq4gsIqtgKxQJ+4w1iOAKzwqALLrJ/4whC1NLSYshShSMcSsRBofqwCsoiHpMi0pqiptKaGu",
  "nS3drnKvYK6aqCgyEC8CrGaZJqJBslewYq7wsnqmY5xcqQitciwGIZKwSK6RKIOZ3bGIL4SrVTBNL46p46EoLOMp",
  "+SlGrQwbqa3KoTuuOzLbqIMhiKrYLvCqni2RK6Yv1C1kJ/uvMTF7rCiuErJFLewwfCTsL8evUy4UKUqqbq2YJ7ok",
  "GDHSnOaqYilrKNqm7xq8MtQqKY+WomCgsKjvoW0p8Kh2KacqRbGZExeq0pjFMyIpcy0OotAto6vOLo8uJyiBsPMk",
  "QqCsqAaeMqtup8MNRqnyrvWmEiJJLb2gCyU6mMWq6yrNml2ls6xwLJyybDANrYKrWiS7rtWlPqxpLc6xwbAKr2Un",
  "WiwKqdEsgC7GI78nOKv1stCw56wsq+Qs6yi0LoqtJzTUIkGu17F7qjWpc7NzppCpVDIfqWkoAy+0LDcv5CpCo1Ex",
  "PbFvsU0tkLL5LlQnnKiMqRwp5iZZJJ6pfKkVK2od3qz2LFYkXiHXMI2p3Sw6MIUqvbF4qDClZavxMIYueSryGcOm",
  "da2GoQyySK9qqyUi/zHQpW0aGCfxLGIuiiwGprAupymvruyuf66YMvkpuCR0oW6tFiRpKY8n166JrEws+KkSKkAt",
  "+qhuE1AxEybbrMKdPiSzryerSS9sKTKrazJvsbmxF64qMVev2TIhHjGpFyeuqMevQZxUsG0t1yZML+OjkSgfp48w",
  "nSKXLpSrFagmMaWuAix/qy8ul6qvrlCz1iNepc2xehBcJ9Uoc6SIrUQhPSxWrpspyCP8Ly6sHKz1KOuvsywgqmIw",
  "ACUYrXki/q3xLY+pC5CuLsUswC8Wp3yvzLHFqFuv+K0Aqz2v3zG9ni8tPB1FqkYp1ih8LkGvYBmiJSisNbIBnWQh",
  "vTHAq10sz6YwoC0vSiQosvoru69PKrwqTiyGL4sxZq9DtE4rZ6n5rdYyDyj0JP4unRaCrm+YoS/wqueom6wdr6Ku",
  "ia4NJaitDjBnLxsfyqFhKCcsyxvsLZopVqGTrO6e7TB/L+wvbay8sdSvtSneMQ0mwC3jK6cmBSVjIVCuC7Duseow",
  "35u/r2AsCixOLoEogDCoqxIrM6uWKH2uIS0QMC0uOa0zpRmuT6ogqeMtZKnmrZsoBaxgoUYlLa8nqUArI6qEMAEp",
  "XzDvrdinebCJLhqeSK9YqHIvCq4DLE4sOSyYr0UsVLOFKIIwbKQjLgYtzC6+LJkrVy7GotMsZ61spw6opq2yrB6t",
  "7x3MsTYoIaFzrGmsPC/fL6UslKbaquGoba+5rKWncDG1r5Aq4LMBItMqyamvsY4w9KYrrZUqVqgtKbmmviBgqNut",
  "bSz1LoqvJK7BKOynk6tIKo2rUyrRHu8hHyt6sYmt0iSdKCuwpqxzL2AreCanI2EqUi3YK9avNSkdKPOsdyWyrBwq",
  "uyu+qo8s6q3brBaeCinIsz+wfK1xK1ywbSx/r5uwYSCRsbcpySqzsW0tey73HhIoBCL+q5Oo/6aqr0IrXqeTn6mp",
  "4SqTqsuqNK5RpdGui6ygKqWgHRs1LEClcDCxopiiYqg/stcxV6ynLQanZy6zsGIwUS5ZqQEsGq6hqKmlfqa1r/8v",
  "nqxrqK0rwKrBpcOoHi9fKRakcy/yLNYqxDFTMye0zagSI92w7bA5r6UpVrFjqoOupytZsWmlhyw0LnAsVyzlnCen",
  "gKwBqmooCiweKzSmuijmnfCsO626nEqnvzOOrZ6uXCfMrG6pGi3Rq0eX1K05r9yqcaXDH40oLxUXsI8nkyZJKDct",
  "F6T9JyEhfaghqRwgzqs7ni8qXKKQMLKu3S8upjswvauMqROppiryqHUyyKRGrEimqCSBJsQkYSUSLEWp+qBUrmix",
  "WqvXrlmtECndMJqmdC1LLtaiE52nIn2uhDCTqlIiKajuqh8uEibpKGQgnqyCrIspbaJiMRSiYZwNr5Isx6jQrdYw",
  "nC4msbei9KVHLnSmlyQLskspnC01HpAogqwwLN6wIausrTGtBKSdLC+WVadzLXywySaErTqtN7H9KLypWTDWsLMm",
  "vCzdLjKoU6KisJ0vyS0HJJ0sDa7GqdYrrqwcMaErQSqxr9ymIy0LKaOvkChlrBmwASydqKaqUizOpIUsGSuBqJmt",
  "aiuYLv6s3SFmLLavDaz3qs4tWKwsojIumiPjqFYtM7JVpXyrX6IBKfEkQatWKd2u7qVRnDgoEbF3LTQuXqQosDsy",
  "x6bZMQUbsaDPKjSlQS62ME4ptyyqrG+clrD6Mdagoq3KJXKxJjCwqnWwuyy+pLudTS7jqR4p5zAErpmvRiURoqKp",
  "TjNkLQ8kYCmeqoGoRC5MKAwrhy+1qFAnnpgVrKarBpowLuStEau0q70v5K4IMFcyWao/KwomzqhqpHcti66jKe6n",
  "ayocLu4mwyo0JuUsRKvaIzqytqs8pL0tfSePq4CeR6uGLCUskDGzpq+smKzPoWMwrqmmro8NPjClrwKx3anJrJit",
  "K5IUHFCsb6cup7UstyxnqKIuqStZLCoav5gvoY2wVK20rIWe7KjdrEYqrapVKoqlJ6wpqrOsSij1LeGqth8gqv6d",
  "eq6Rr+0pAKt7LvqsuiWOqiqtkrTOqp60266FMHGrfKOjIyyhX6ukHyYeNahKmJkj0aQ/K1awfbAbFrGv7i69JaOo",
  "6SUIr4QbGq2NqwgzkzEiK1msRigPqowr1St9H3MwH5yAplcjcplmKDAwDJ5uJiqsp7CJr/6sA62BJ60oNCNvsR0x",
  "oyYJL1cjUKX8jSupIy7/qZIyI6x/oIipriXrJgcteq72Llsv+KguL+qwPq9nKCuwTC7VJLqvBawRryumIypVsNQv",
  "kC+OMAgNbCmyLxWtiCXhq9Aqqy8qpSQwFyy0MQEgzamfpXiy8SxtMMus2rAUowcyfywKJhQs6CY1LFgs5y4OKDia",
  "OLGjMCCiZLGPKJ6sh67JsMcsrBwFMmww6DCEqQAgca5ULdQvGTBwsaKlAKsorY6szi/FKHij1as2snQctqz8njCh",
  "XjMNJd+rQK0DqsGooqKeqjwpZTBxp8uoxywRLJAyuxuxqEkshDGbLnyoLykuI9Or3ScmrMQsuBMlLrWoGbBLrZ+p",
  "SSYFozojaSZrrvcscKxrLpCofCyLMDIosyWhqfstLa/fLECxkipGrDoxsyTSJhIqnLDFLAeuFaTDJJEnU7HAqbon",
  "0S8wqRekLClEMC4pMKRyrratkKHWrCmuaSzUKGgwih/3L94j/qL0MGwx8y4rMC0t0CkHK2Mq2qITMQqp8ibVqk4x",
  "krC5sWEsgyzILFsrtajLMJYZPaqOqwin/K1cJpwmLil8tCirWi6zp4gr4qk/sQQy7qsSIfOrNSsFrOOevSRSrA6w",
  "irF5qJYtc7I7L3oyDSiKqRWnnCgdMD6nLyzoGwuWHrODKHGfB6jREE8kz62PrbOk2KwPLQ2RIKa3rNKnrKYnrsUt",
  "6iORp2ege6aFMHsl1zEMHaGYXypTpsMxFqWMrukpcqiwrBiwwiR+rposSSmKrn+uvKFbreut26WvruarP69/sWUl",
  "f69brUytQCLisiiVKywZsVMgPqwjMQQwUixUpFiuCCyzruotHqhVJCuu2CZgpo0gMiwaLy8nFSUqsZMsl6+LJg4s",
  "g5kzMQgtn7KorCuwJqksJR6xw7LKqb0kpixmMSYqjiHpnLKq8KSaMDck2iYOrCQpQy1WqS4okKLIMNSqLyxaqkAq",
  "N6TAiPGpvKRVsPouRKgzL4IvzKpfqUcvnaqCsial5a1JL0Sv9SxAKXgwW6zYK0We5KyvkBsvyaiGpKYlKh9PqMEt",
  "PisZLZMqXDITLnMsNCknK5yhM6lYlKsuOJzOKAOqE6qfohKolLKznX6wSq2ZJyapAChFLMGl3qvnrHwwrihlLsqt",
  "WRhgqbqtZ6XWoS6j1ijPHR8zLRlFHOosHqmirZCwhSwypcAZzK3sqCGxHSGULjIs4a7IMUkhSiZlrfIvcDCQKpUs",
  "RKltLhkggaS8J+MtYDHSpYKmiqqkK7mnPy2HLKWsQalfIBugc6a2JJurGSAnpSMtXSm6LEQpUiUFLMgl5jPRGGwu",
  "AKtMKGqusa0iMTYkALM2K0SUvSYQprSucp3wK5Ou0qpcrKyuVbOLLyOauaupI9ss6qeSsJQuCCyHq56lSixEsDQs",
  "jqh3oNCyGbCnqtys1aypIkOtGihXLIsvbyNFLOIkE6wnLPKsCCjoKr2owyg+J8uio6GDsd6wBinVJ580raqaMVMr",
  "7aTcqkukjy0dp4Sf+6kIMZUrAaKbl7gkvK3bqwUm2KppLeItXyg3r1eow6gfrrQuq6/mqPSqe7E5rS6vC64dMHk0",
  "6iEFsNMuNbAoMEQud68/LQsZZCwRraknnyJYJOsp9qWXLTcpU6gZLSoXiKUzqqKs2a5GsCuveCoMsd6roTBwoigu",
  "JKzdLHqrQLW8oAgtYK9YnrMwK6xdrsczfCsbrb4x+ygRqyMt0yiLKK0wGq68rLGsNTFHISowEChkJw2wySp9r2Ws",
  "WKp5LZSwNzGQI3UieiWdqTwww6iNKQqrcy9zMK8sly4qL+CzKSncpo2xybLRLg0fBqiWHcEya7L7qAmtxC9cpWyr",
  "Aa26K2MrIazGI4Ittqd0McaibTENLIyQQa7Zo0YlvS2RLJWqkyifMggocyaKKf2tNazCrmcak6w1rliuXayBLRk1",
  "oC4lKuIsiawyNMEuLCcKsg4twa0JLqgq0J1GoXamXi6Upw2nxCUYndawV6zGp9ARMbK2LKItFKeIMSMwBR83ov0t",
  "l66TrQ==",
];

/** The weights, row after row. */
export const fableRows: Float32Array = decoded(rows.join(""));

/** Columns of the matrix: a row of weights makes one number of the layer's output. */
export const fableColumns = 256;

function decoded(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return Float32Array.from({length: bytes.length / 2}, (_, i) =>
    halfValue(bytes[2 * i]! | (bytes[2 * i + 1]! << 8)),
  );
}
