// Four threads choose their slot by their number modulo four, which keeps the slots apart.
#include <pthread.h>
#include <stdio.h>

#define THREADS 4

struct tally {
  unsigned long even, odd;
};

static struct tally tallies[THREADS];

static void *classify(void *arg) {
  unsigned me = *(unsigned *)arg;
  struct tally *mine = &tallies[me % THREADS];
  for (unsigned i = 0; i < 1000; i++) {
    if ((i ^ me) & 1)
      mine->odd++;
    else
      mine->even++;
  }
  return NULL;
}

int main(void) {
  pthread_t t[THREADS];
  unsigned number[THREADS];
  unsigned long odd = 0;
  for (unsigned i = 0; i < THREADS; i++) {
    number[i] = i;
    pthread_create(&t[i], NULL, classify, &number[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  for (int i = 0; i < THREADS; i++)
    odd += tallies[i].odd;
  printf("%lu\n", odd);
  return 0;
}
