import type {AssumptionId} from "../../../../lib/formula/assumptions.js";

/** What the laws take for granted, a sentence each. */
export const assumptions: Record<AssumptionId, string> = {
  peaks:
    "Memory and arithmetic run at the rates of the data sheet. No program reaches them: this is a roof, not a forecast.",
  together:
    "Reading and calculating go on at the same time. A program that does one after the other takes up to their sum.",
  weightsOnce:
    "Every weight comes once for each step. What stays on the chip until the next step is not counted.",
  noOverhead: "Starting the work, choosing the token and handing it over take no time.",
  noConversation: "The keys and values of the conversation are not read.",
  matricesAlone: "The weights are counted. Attention over the conversation is left out.",
  sameWidth: "All of them take the same number of bytes, the mean where a file mixes widths.",
  activeAlone:
    "Of a mixture of experts, the weights are counted that one token uses, however many readers there are.",
  publishedFactor:
    "The memory time is taken as the article prints it, twice too long. The law without the slip is memorySeconds().",
  oneMemory: "There is one memory with one speed. Caches on the chip have roofs of their own.",
  everyLayer: "Every layer keeps all tokens. Windows make it less.",
  allMemory: "Weights and conversation may take all of the memory. The system needs some of it.",
  noPromptAttention:
    "Attention among the prompt's tokens is left out. It grows with their square, and counts in long prompts.",
  shortAnswer: "Each token of the answer takes as long as the others, however long it has become.",
  sameShare: "Both machines reach the same share of their data sheets.",
  fitted:
    "The share of the bandwidth and the overhead are fitted to what people measured, mostly with llama.cpp. Another program has others.",
  randomExperts: "Each token picks its experts at random. Trained routers have favourites.",
  gptShape:
    "The feed-forward block is four times as wide as the model, with two matrices. Norms, biases and positions are left out.",
  llamaShape:
    "Every head keeps keys and values of its own, the feed-forward block has three matrices, and nothing has a bias.",
  groupedShape:
    "The feed-forward block has three matrices, each layer two norms, and nothing has a bias.",
  expertsAlone: "Each expert has three matrices. Shared experts and the router are never idle.",
  wholeBlocks: "The weights fill whole blocks of one kind.",
  fileHead:
    "The names of the tensors and the vocabulary, which stand before the weights, are left out.",
  sameTokenizer:
    "It depends on how the text is cut into tokens: models with other tokenizers cannot be compared by it.",
  splitEvenly: "Every GPU gets an equal share of each matrix, and all GPUs are alike.",
  messagesAlone:
    "Four messages are waited for in each layer. Each takes the same time, whatever is in it.",
  linkAlone:
    "The numbers on the link have two bytes, the link runs at its full rate, and waiting for a message to start is left out.",
  evenStages: "Every GPU takes equally long for a chunk, and handing it on takes no time.",
  handOver:
    "One part waits for the other, and handing over takes no time. Real programs stay well below this.",
  keptInMemory:
    "What has room stays in memory. A system that throws away what was used longest ago reads all of it again.",
  trainingPasses:
    "Six operations for each weight and token: two forwards, four backwards. Attention, and what is calculated anew to save memory, are left out.",
  wholeRun: "The share of the data sheet's rate is taken as given for the whole run.",
  adam: "It is trained with Adam in mixed precision. The activations come on top.",
  exact: "Nothing is left out: it counts what it says.",
  measuredHere:
    "The rates are what this machine reached with small models made for it. A large model may reach less.",
};
