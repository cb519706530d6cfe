// An array whose elements have a lock each is read under another lock.
#include <pthread.h>
static pthread_mutex_t locks[4], other = PTHREAD_MUTEX_INITIALIZER;
static long sizes[4];
static void add(int id, long n) {
  pthread_mutex_lock(&locks[id]);
  sizes[id] += n; // RACE
  pthread_mutex_unlock(&locks[id]);
}
static long total(void) {
  long t = 0;
  for (int i = 0; i < 4; ++i) {
    pthread_mutex_lock(&other);
    t += sizes[i]; // RACE
    pthread_mutex_unlock(&other);
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
