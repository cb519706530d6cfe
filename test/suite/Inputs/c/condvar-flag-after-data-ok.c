// The loader fills the table and only then sets the flag under the lock and signals; the waiter reads after it saw the flag.
#include <pthread.h>
#include <stdio.h>

enum { ENTRIES = 64 };
static int table[ENTRIES];
static int loaded;
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;

static void fill(void) {
  for (int i = 0; i < ENTRIES; i++)
    table[i] = i * i;
}

static void *loader(void *unused) {
  (void)unused;
  fill();
  pthread_mutex_lock(&m);
  loaded = 1;
  pthread_cond_signal(&c);
  pthread_mutex_unlock(&m);
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, loader, NULL);
  pthread_mutex_lock(&m);
  while (!loaded)
    pthread_cond_wait(&c, &m);
  pthread_mutex_unlock(&m);
  long sum = 0;
  for (int i = 0; i < ENTRIES; i++)
    sum += table[i];
  pthread_join(t, NULL);
  printf("%ld\n", sum);
  return 0;
}
