// The parallel merge sort merges both halves before it has joined the thread that sorts the left one.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct span {
  int *data;
  int *scratch;
  int count;
  int depth;
};

static void merge(struct span *s) {
  int half = s->count / 2, i = 0, j = half, n = 0;
  while (i < half || j < s->count) {
    if (j == s->count || (i < half && s->data[i] <= s->data[j])) // RACE
      s->scratch[n++] = s->data[i++]; // RACE
    else
      s->scratch[n++] = s->data[j++]; // RACE
  }
  memcpy(s->data, s->scratch, (size_t)n * sizeof *s->data); // RACE
}

static void *sort(void *arg) {
  struct span *s = arg;
  if (s->count < 2)
    return NULL;
  int half = s->count / 2;
  struct span left = {s->data, s->scratch, half, s->depth - 1};
  struct span right = {s->data + half, s->scratch + half, s->count - half, s->depth - 1};
  pthread_t t;
  int threaded = s->depth > 0 && pthread_create(&t, NULL, sort, &left) == 0;
  if (!threaded)
    sort(&left);
  sort(&right);
  merge(s);
  if (threaded)
    pthread_join(t, NULL);
  return NULL;
}

int main(void) {
  enum { N = 1024 };
  static int data[N], scratch[N];
  for (int i = 0; i < N; i++)
    data[i] = i * 7919 % N;
  struct span all = {data, scratch, N, 2};
  sort(&all);
  int sorted = 1;
  for (int i = 1; i < N; i++)
    sorted &= data[i - 1] <= data[i];
  printf("%d\n", sorted);
  return 0;
}
