#include "deflate_code.h"

#include <string.h>

/// A symbol that occurs.
typedef struct weighted_symbol {
  uint32_t weight;
  uint32_t symbol;
} weighted_symbol;

/// Sorts by weight, a byte at a time from the lowest; equal weights keep their order.
static void sort_by_weight(weighted_symbol *symbols, size_t count, uint32_t greatest) {
  weighted_symbol other[deflate_max_symbols];
  for (unsigned shift = 0; shift < 32 && greatest >> shift > 0; shift += 8) {
    size_t starts[257] = {0};
    for (size_t i = 0; i < count; i++) {
      starts[(symbols[i].weight >> shift & 255) + 1]++;
    }
    for (size_t i = 1; i < 256; i++) {
      starts[i] += starts[i - 1];
    }
    for (size_t i = 0; i < count; i++) {
      other[starts[symbols[i].weight >> shift & 255]++] = symbols[i];
    }
    memcpy(symbols, other, count * sizeof *symbols);
  }
}

/// Replaces weights in ascending order by the depths of their leaves in a Huffman tree, in place
/// (Moffat and Katajainen, "In-place calculation of minimum-redundancy codes", 1995).
static void depths_from_weights(uint32_t *a, int n) {
  // Weights of inner nodes, then the places of their parents.
  int root = 0, leaf = 2;
  a[0] += a[1];
  for (int next = 1; next < n - 1; next++) {
    if (leaf >= n || a[root] < a[leaf]) {
      a[next] = a[root];
      a[root++] = (uint32_t)next;
    } else {
      a[next] = a[leaf++];
    }
    if (leaf >= n || (root < next && a[root] < a[leaf])) {
      a[next] += a[root];
      a[root++] = (uint32_t)next;
    } else {
      a[next] += a[leaf++];
    }
  }
  // Depths of inner nodes.
  a[n - 2] = 0;
  for (int next = n - 3; next >= 0; next--) {
    a[next] = a[a[next]] + 1;
  }
  // Depths of leaves.
  int available = 1, used = 0, next = n - 1;
  uint32_t depth = 0;
  root = n - 2;
  while (available > 0) {
    while (root >= 0 && a[root] == depth) {
      used++;
      root--;
    }
    while (available > used) {
      a[next--] = depth;
      available--;
    }
    available = 2 * used;
    depth++;
    used = 0;
  }
}

void deflate_code_lengths(const uint32_t *frequencies, size_t count, unsigned limit,
                          uint8_t *lengths) {
  memset(lengths, 0, count);
  weighted_symbol order[deflate_max_symbols];
  uint32_t depths[deflate_max_symbols];
  size_t used = 0;
  uint32_t greatest = 0;
  for (size_t i = 0; i < count; i++) {
    if (frequencies[i] > 0) {
      order[used++] = (weighted_symbol){frequencies[i], (uint32_t)i};
      greatest = frequencies[i] > greatest ? frequencies[i] : greatest;
    }
  }
  if (used < 2) {
    lengths[used == 0 ? 0 : order[0].symbol] = 1;
    return;
  }
  sort_by_weight(order, used, greatest);
  for (size_t i = 0; i < used; i++) {
    depths[i] = order[i].weight;
  }
  depths_from_weights(depths, (int)used);
  // How many codes each length has; those beyond the limit have it.
  uint32_t counts[deflate_max_symbols] = {0};
  for (size_t i = 0; i < used; i++) {
    counts[depths[i] < limit ? depths[i] : limit]++;
  }
  // Too many codes for their lengths (Kraft's inequality): lengthen the longest below the limit,
  // which makes room for one more beside it.
  uint32_t sum = 0;
  for (unsigned bits = 1; bits <= limit; bits++) {
    sum += counts[bits] << (limit - bits);
  }
  while (sum > 1u << limit) {
    unsigned bits = limit - 1;
    while (counts[bits] == 0) {
      bits--;
    }
    counts[bits]--;
    counts[bits + 1] += 2;
    counts[limit]--;
    sum--;
  }
  // The rarest symbols have the longest codes.
  size_t next = 0;
  for (unsigned bits = limit; bits >= 1; bits--) {
    for (uint32_t i = 0; i < counts[bits]; i++) {
      lengths[order[next++].symbol] = (uint8_t)bits;
    }
  }
}

void deflate_codes(const uint8_t *lengths, size_t count, uint16_t *codes) {
  uint32_t counts[16] = {0}, next[16] = {0};
  for (size_t i = 0; i < count; i++) {
    counts[lengths[i]]++;
  }
  counts[0] = 0;
  for (unsigned bits = 1; bits < 16; bits++) {
    next[bits] = (next[bits - 1] + counts[bits - 1]) << 1;
  }
  for (size_t i = 0; i < count; i++) {
    uint32_t code = lengths[i] == 0 ? 0 : next[lengths[i]]++;
    uint32_t reversed = 0;
    for (unsigned bit = 0; bit < lengths[i]; bit++) {
      reversed = reversed << 1 | (code >> bit & 1);
    }
    codes[i] = (uint16_t)reversed;
  }
}
