// The lock is not in the structure; four of five accesses are under it.
#include <pthread.h>
struct entry {
  int hits;
};
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
void hit(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  e->hits++;
  pthread_mutex_unlock(&table_lock);
}
void clear(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  e->hits = 0;
  pthread_mutex_unlock(&table_lock);
}
int hits(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  int n = e->hits;
  pthread_mutex_unlock(&table_lock);
  return n;
}
int busy(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  int n = e->hits > 10;
  pthread_mutex_unlock(&table_lock);
  return n;
}
void spoil(struct entry *e) { e->hits = -1; }
