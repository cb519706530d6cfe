// Variables of a file: four of five accesses are under one lock.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int users;
static int limit = 10;
int enter(void) {
  pthread_mutex_lock(&mu);
  int ok = users < limit;
  if (ok)
    users++;
  pthread_mutex_unlock(&mu);
  return ok;
}
void leave(void) {
  pthread_mutex_lock(&mu);
  users--;
  pthread_mutex_unlock(&mu);
}
int full(void) {
  pthread_mutex_lock(&mu);
  int is = users >= limit;
  pthread_mutex_unlock(&mu);
  return is;
}
int usersNow(void) { return users; }
