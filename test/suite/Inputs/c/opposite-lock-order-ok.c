// Both functions take the index lock before the data lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t index_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t data_lock = PTHREAD_MUTEX_INITIALIZER;
static int index_entries, data_blocks;

static void *append(void *unused) {
  (void)unused;
  for (int i = 0; i < 3; i++) {
    pthread_mutex_lock(&index_lock);
    index_entries++;
    pthread_mutex_lock(&data_lock);
    data_blocks++;
    pthread_mutex_unlock(&data_lock);
    pthread_mutex_unlock(&index_lock);
  }
  return NULL;
}

static void *compact(void *unused) {
  (void)unused;
  for (int i = 0; i < 3; i++) {
    pthread_mutex_lock(&index_lock);
    pthread_mutex_lock(&data_lock);
    if (data_blocks > index_entries)
      data_blocks = index_entries;
    pthread_mutex_unlock(&index_lock);
    pthread_mutex_unlock(&data_lock);
  }
  return NULL;
}

int main(void) {
  pthread_t a, c;
  alarm(3);
  pthread_create(&a, NULL, append, NULL);
  pthread_create(&c, NULL, compact, NULL);
  pthread_join(a, NULL);
  pthread_join(c, NULL);
  printf("%d %d\n", index_entries, data_blocks);
  return 0;
}
