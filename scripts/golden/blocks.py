#!/usr/bin/env python3
"""Blocks as native llama.cpp writes and reads them: fingerprints for test/golden/blocks.json.

usage: blocks.py FOLDER [BYTES_FOLDER] > test/golden/blocks.json
FOLDER is where npm has installed node-llama-cpp 3.22.1 (see README.md); its libggml-base is called
through ctypes. The weights come from a generator that the test repeats.
"""
import ctypes, glob, hashlib, json, sys

WEIGHTS = 256 * 64
BLOCKS = {  # GGML's name: weights and bytes of a block, places of its halves
    "Q8_0": (32, 34, [0]),
    "Q4_0": (32, 18, [0]),
    "Q4_1": (32, 20, [0, 2]),
    "Q5_0": (32, 22, [0]),
    "Q5_1": (32, 24, [0, 2]),
    "Q2_K": (256, 84, [80, 82]),
    "Q3_K": (256, 110, [108]),
    "Q4_K": (256, 144, [0, 2]),
    "Q5_K": (256, 176, [0, 2]),
    "Q6_K": (256, 210, [208]),
}
MASK = 0xFFFFFFFF


def seeded(seed):
    """Random numbers from 0 to 1 (mulberry32)."""
    state = seed
    while True:
        state = (state + 0x6D2B79F5) & MASK
        mixed = ((state ^ state >> 15) * (1 | state)) & MASK
        mixed = ((mixed + (((mixed ^ mixed >> 7) * (61 | mixed)) & MASK)) ^ mixed) & MASK
        yield (mixed ^ mixed >> 14) / 2**32


def weights(seed):
    """Bell-shaped, each 16 of another size; the first group is zero, the second one-sided."""
    random = seeded(seed)
    values = []
    for i in range(WEIGHTS):
        bell = next(random) + next(random) + next(random) - 1.5
        size = 2.0 ** -(i // 16 % 11 + i // 256 % 3)
        values.append(0.0 if i < 16 else abs(bell) if i < 32 else bell * size)
    return (ctypes.c_float * WEIGHTS)(*values)


def random_blocks(count, size, halves):
    """Bytes of all kinds; the halves are kept below 2, so that none is infinite or no number."""
    random = seeded(2)
    data = bytearray(int(256 * next(random)) for _ in range(count * size))
    for block in range(count):
        for half in halves:
            data[block * size + half + 1] &= 0xBF
    return (ctypes.c_uint8 * len(data)).from_buffer(data)


def sha256(data):
    return hashlib.sha256(bytes(data)).hexdigest()


def main():
    library = ctypes.CDLL(glob.glob(f"{sys.argv[1]}/node_modules/@node-llama-cpp/*/bins/*/libggml-base.so")[0])
    source = weights(1)
    result = {}
    for name, (count, size, halves) in BLOCKS.items():
        lower = "q" + name[1:]
        blocks = (ctypes.c_uint8 * (WEIGHTS // count * size))()
        getattr(library, f"quantize_row_{lower}_ref")(source, blocks, ctypes.c_int64(WEIGHTS))
        read = (ctypes.c_float * WEIGHTS)()
        raw = random_blocks(WEIGHTS // count, size, halves)
        getattr(library, f"dequantize_row_{lower}")(raw, read, ctypes.c_int64(WEIGHTS))
        result[name] = {"halves": halves, "written": sha256(blocks), "read": sha256(read)}
        if len(sys.argv) > 2:  # a folder for the bytes themselves, to see where others differ
            open(f"{sys.argv[2]}/{name}.blocks", "wb").write(bytes(blocks))
    print(json.dumps({"seed": 1, "weights": WEIGHTS, "formats": result}, indent=2))


main()
