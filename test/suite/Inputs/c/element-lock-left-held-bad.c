// The lock of an element is never given back in the loop.
#include <pthread.h>
static pthread_mutex_t locks[4];
static long ages[4];
static void ages_of(long *out) {
  for (int i = 0; i < 4; ++i) {
    pthread_mutex_lock(&locks[i]); // RACE
    out[i] = ages[i];
  }
}
static void *age(void *arg) {
  int i = (int)(long)arg;
  pthread_mutex_lock(&locks[i]);
  ages[i]++;
  pthread_mutex_unlock(&locks[i]);
  return 0;
}
int main(void) {
  pthread_t t[4];
  long out[4];
  for (int i = 0; i < 4; ++i)
    pthread_mutex_init(&locks[i], 0);
  for (long i = 0; i < 4; ++i)
    pthread_create(&t[i], 0, age, (void *)i);
  for (int k = 0; k < 3; ++k)
    ages_of(out);
  for (int i = 0; i < 4; ++i)
    pthread_join(t[i], 0);
}
