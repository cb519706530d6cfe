// The list is changed under the engine's lock.
#include <pthread.h>
#include <stddef.h>
struct buf {
  struct buf *next;
};
struct page {
  pthread_mutex_t mutex;
  struct buf *mine;
};
struct engine {
  pthread_mutex_t mutex;
  struct buf *free_list;
  struct page pages[8];
};
static struct engine eng;
static struct buf bufs[8];
static void take(struct engine *e, struct page *p) {
  pthread_mutex_lock(&e->mutex);
  struct buf *b = e->free_list;
  if (b)
    e->free_list = b->next;
  pthread_mutex_unlock(&e->mutex);
  p->mine = b;
}
static void give(struct engine *e, struct page *p) {
  struct buf *b = p->mine;
  p->mine = NULL;
  if (!b)
    return;
  pthread_mutex_lock(&e->mutex);
  b->next = e->free_list;
  e->free_list = b;
  pthread_mutex_unlock(&e->mutex);
}
static void *writer(void *arg) {
  struct page *p = &eng.pages[(long)arg];
  for (int i = 0; i < 1000; ++i) {
    pthread_mutex_lock(&p->mutex);
    take(&eng, p);
    pthread_mutex_unlock(&p->mutex);
    pthread_mutex_lock(&p->mutex);
    give(&eng, p);
    pthread_mutex_unlock(&p->mutex);
  }
  return 0;
}
int main(void) {
  pthread_t t[8];
  pthread_mutex_init(&eng.mutex, 0);
  for (int i = 0; i < 8; ++i) {
    pthread_mutex_init(&eng.pages[i].mutex, 0);
    bufs[i].next = eng.free_list;
    eng.free_list = &bufs[i];
  }
  for (long i = 0; i < 8; ++i)
    pthread_create(&t[i], 0, writer, (void *)i);
  for (int i = 0; i < 8; ++i)
    pthread_join(t[i], 0);
}
