// The elements are read under their own locks.
#include <pthread.h>
static pthread_mutex_t locks[4];
static long sizes[4];
static void add(int id, long n) {
  pthread_mutex_lock(&locks[id]);
  sizes[id] += n;
  pthread_mutex_unlock(&locks[id]);
}
static long total(void) {
  long t = 0;
  for (int i = 0; i < 4; ++i) {
    pthread_mutex_lock(&locks[i]);
    t += sizes[i];
    pthread_mutex_unlock(&locks[i]);
  }
  return t;
}
static void *work(void *arg) {
  for (int i = 0; i < 1000; ++i)
    add((int)(long)arg ^ (i & 3), 1);
  return 0;
}
int main(void) {
  pthread_t t[2];
  long sum = 0;
  for (int i = 0; i < 4; ++i)
    pthread_mutex_init(&locks[i], 0);
  for (long i = 0; i < 2; ++i)
    pthread_create(&t[i], 0, work, (void *)i);
  for (int i = 0; i < 9; ++i)
    sum += total();
  for (int i = 0; i < 2; ++i)
    pthread_join(t[i], 0);
  return (int)sum;
}
