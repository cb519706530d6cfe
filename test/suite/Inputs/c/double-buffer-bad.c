// The painter takes the index of the front buffer under the lock but reads the buffer after it: the filler may already reuse it.
#include <pthread.h>
#include <stdio.h>

#define SAMPLES 32

static pthread_mutex_t flip_lock = PTHREAD_MUTEX_INITIALIZER;
static int buffers[2][SAMPLES];
static int front;

static void *fill(void *unused) {
  (void)unused;
  int back = 1;
  for (int round = 0; round < 500; round++) {
    for (int i = 0; i < SAMPLES; i++)
      buffers[back][i] = round + i; // RACE
    pthread_mutex_lock(&flip_lock);
    front = back;
    back = 1 - back;
    pthread_mutex_unlock(&flip_lock);
  }
  return NULL;
}

static long paint(void) {
  long sum = 0;
  pthread_mutex_lock(&flip_lock);
  int shown = front;
  pthread_mutex_unlock(&flip_lock);
  for (int i = 0; i < SAMPLES; i++)
    sum += buffers[shown][i]; // RACE
  return sum;
}

int main(void) {
  pthread_t t;
  long total = 0;
  pthread_create(&t, NULL, fill, NULL);
  for (int i = 0; i < 500; i++)
    total += paint();
  pthread_join(t, NULL);
  printf("%d\n", total > 0);
  return 0;
}
