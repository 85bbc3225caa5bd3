// The least a step can take: reads as many numbers as a cell has weights, and adds them up.
//
// Every second time it begins with the last of the runs, as the program does with its panels: what
// was read last is still in the cache. A line "numbers times" is answered with the microseconds for one time.
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

enum { lanes = 16, sums = 8, block = lanes * sums, longest_run = 256 };
typedef float vector __attribute__((vector_size(sizeof(float) * lanes)));

static vector add_up(const vector *numbers, size_t blocks, int backwards) {
  vector sum[sums] = {0};
  const size_t run = blocks < 8 ? 1 : blocks / 8 < longest_run ? blocks / 8 : longest_run;
  const size_t runs = (blocks + run - 1) / run;
  for (size_t i = 0; i < runs; i++) {
    const size_t first = (backwards ? runs - 1 - i : i) * run;
    const size_t end = first + run < blocks ? first + run : blocks;
    for (const vector *at = numbers + first * sums; at < numbers + end * sums; at += sums) {
      for (int j = 0; j < sums; j++) sum[j] += at[j];
    }
  }
  for (int j = 1; j < sums; j++) sum[0] += sum[j];
  return sum[0];
}

static double microseconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec * 1e-3;
}

int main(int count, char **arguments) {
  (void)arguments;
  // With any argument the time on the processor, for a machine with other work.
  const clockid_t clock = count > 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
  // Large pages, where the system has them, as for the program's weights.
  const size_t page = (size_t)2 << 20;
  size_t wanted, times;
  while (scanf("%zu %zu", &wanted, &times) == 2 && times > 0) {
    const size_t blocks = (wanted + block - 1) / block;
    const size_t bytes = (blocks * sums * sizeof(vector) + page - 1) / page * page;
    vector *numbers = aligned_alloc(page, bytes);
    if (!numbers) return 1;
#if defined(MADV_HUGEPAGE)
    madvise(numbers, bytes, MADV_HUGEPAGE);
#endif
    for (size_t i = 0; i < blocks * sums; i++) numbers[i] = (vector){0} + 1;
    const double start = microseconds(clock);
    for (size_t i = 0; i < times; i++) {
      vector all = add_up(numbers, blocks, i & 1);
      // Somebody may use the result, and may have changed the numbers.
      __asm__ volatile("" : : "r"(&all), "r"(numbers) : "memory");
    }
    printf("%f\n", (microseconds(clock) - start) / (double)times);
    fflush(stdout);
    free(numbers);
  }
  return 0;
}
