// A thread stores the value of its thread-local cursor in a global after taking the lock; the cursor itself stays its own.
#include <pthread.h>
#include <stdio.h>

static _Thread_local int cursor;
static pthread_mutex_t shared_lock = PTHREAD_MUTEX_INITIALIZER;
static int visible_cursor;

static void *scan(void *unused) {
  (void)unused;
  for (int i = 0; i < 100000; i++) {
    cursor += i & 1;
    pthread_mutex_lock(&shared_lock);
    visible_cursor = cursor;
    pthread_mutex_unlock(&shared_lock);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  cursor = 7;
  pthread_create(&t, NULL, scan, NULL);
  for (int i = 0; i < 20000; i++) {
    pthread_mutex_lock(&shared_lock);
    visible_cursor = 0;
    pthread_mutex_unlock(&shared_lock);
  }
  pthread_join(t, NULL);
  printf("%d\n", cursor);
  return 0;
}
