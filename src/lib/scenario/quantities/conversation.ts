import {
  longestContext,
  readBackSeconds,
  recomputeRatio,
  recomputeSeconds,
  tokensThatFit,
  workingBytes,
} from "../../arithmetic/conversation.js";
import {keptElements, kvBytesPerToken} from "../../arithmetic/kv-cache.js";
import {
  articleCacheBytes,
  articleCacheOfToken,
  cacheGuesses,
  roundedCache,
} from "../article-cache.js";
import {attentionHeads} from "../attention-heads.js";
import {outweighingContext, withoutWindows} from "../cache-growth.js";
import {kipplyBytesPerToken, kipplyRidge, kipplyTokens} from "../kipply.js";
import {memoryStack} from "../memory-stack.js";
import {cacheError, checkedCaches, mebibyte} from "../printed-caches.js";
import type {View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Numbers of the chapter on conversations. */
export const conversationQuantities = {
  // What one token leaves in one layer.
  queryHeads: ({model}) => model.architecture.numHeads,
  keptElements: ({model}) => keptElements(model.architecture),
  ownElements: ({model}) => attentionHeads(model.architecture).own,
  sharing: ({model}) => 1 / attentionHeads(model.architecture).share,
  latentElements: ({model}) => model.architecture.latentAttention?.keyValueRank,
  positionElements: ({model}) => model.architecture.latentAttention?.ropeHeadDim,
  tokenBytes: (view) => perToken(view),
  bitsPerElement: ({scenario}) => 8 * scenario.kvBytesPerElement,

  // What the conversations weigh.
  conversationBytes: ({estimate}) => estimate.bytes.kvCache,
  conversationMebibytes: ({estimate}) => estimate.bytes.kvCache / mebibyte,
  conversationGigabytes: ({estimate}) => estimate.bytes.kvCache / 1e9,
  conversationShare: ({estimate}) => estimate.bytes.kvCache / estimate.bytes.weights,
  outweighingContext: (view) => finite(outweighingContext(view)),

  // Windows.
  windowTokens: ({model}) => model.architecture.slidingWindow?.tokens,
  windowLayers: ({model}) => model.architecture.slidingWindow?.layers,
  fullLayers: ({model: {architecture}}) =>
    architecture.numLayers - (architecture.slidingWindow?.layers ?? 0),
  withoutWindows: (view) => withoutWindows(view),

  // What fits.
  memoryBytes: ({machine}) => machine.hardware.memoryBytes,
  workingBytes: ({model}) => workingBytes(model.architecture),
  workingMebibytes: ({model}) => workingBytes(model.architecture) / mebibyte,
  tokensThatFit: (view) => {
    const {memoryBytes} = view.machine.hardware;
    if (memoryBytes === undefined) return undefined;
    const tokens = tokensThatFit({
      memoryBytes,
      weightBytes: view.estimate.bytes.weights,
      batch: view.scenario.batch,
      kvBytesPerToken: perToken(view),
    });
    return Math.max(0, tokens);
  },
  longestContext: ({model, machine, estimate, scenario}) =>
    finite(
      longestContext(model.architecture, {
        bytes: (machine.hardware.memoryBytes ?? Infinity) - estimate.bytes.weights,
        batch: scenario.batch,
        bytesPerElement: scenario.kvBytesPerElement,
      }),
    ),
  readersThatFit: (view) => finite(memoryStack(view).readersThatFit ?? Infinity),

  // Keeping against calculating anew.
  recomputeSeconds: ({simple}) => recomputeSeconds(simple),
  readBackSeconds: (view) =>
    readBackSeconds({kvBytesPerToken: perToken(view), bandwidth: view.simple.bandwidth}),
  recomputeRatio: (view) => recomputeRatio({...view.simple, kvBytesPerToken: perToken(view)}),
  recomputeAll: ({simple, scenario}) => scenario.context * recomputeSeconds(simple),
  readBackAll: ({simple, estimate}) => estimate.bytes.kvCache / simple.bandwidth,

  // Other people's numbers.
  articleCache: () => articleCacheBytes,
  articleCacheLayer: ({model, scenario}) =>
    articleCacheOfToken(model.architecture, scenario.kvBytesPerElement).layer,
  articleCacheToken: ({model, scenario}) =>
    articleCacheOfToken(model.architecture, scenario.kvBytesPerElement).total,
  roundedCache: (view) => roundedCache(perToken(view), view.scenario.context),
  nearestCache: (_, catalog) => cacheGuesses(catalog)[0]!.bytes,
  nearestCacheOff: (_, catalog) => Math.abs(cacheGuesses(catalog)[0]!.off),
  cacheGuessCount: (_, catalog) => cacheGuesses(catalog).length,
  printedCacheCount: (_, catalog) => checkedCaches(catalog).length,
  printedCacheError: (_, catalog) => cacheError(catalog),
  kipplyBytesPerToken: () => kipplyBytesPerToken,
  kipplyRidge: () => kipplyRidge,
  kipplyThree: () => kipplyTokens(3),
  kipplyFour: () => kipplyTokens(4),
} satisfies Record<string, Quantity>;

/** A number that has no end is none: a conversation of no tokens, a model that forgets all. */
const finite = (value: number): number | undefined => (value === Infinity ? undefined : value);

const perToken = ({model, scenario}: View): number =>
  kvBytesPerToken(model.architecture, scenario.kvBytesPerElement);
