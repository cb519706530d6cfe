// The lookup copies the guarded entry out under the lock, so callers read a copy while others remove entries.
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct host {
  char name[24];
  unsigned address;
  struct host *next;
};

struct hosts {
  pthread_mutex_t lock;
  struct host *first;
};

void hosts_init(struct hosts *h) {
  pthread_mutex_init(&h->lock, NULL);
  h->first = NULL;
}

void hosts_add(struct hosts *h, const char *name, unsigned address) {
  struct host *n = calloc(1, sizeof *n);
  strncpy(n->name, name, sizeof n->name - 1);
  n->address = address;
  pthread_mutex_lock(&h->lock);
  n->next = h->first;
  h->first = n;
  pthread_mutex_unlock(&h->lock);
}

int hosts_find(struct hosts *h, const char *name, struct host *out) {
  pthread_mutex_lock(&h->lock);
  struct host *n = h->first;
  while (n && strcmp(n->name, name) != 0)
    n = n->next;
  if (n)
    *out = *n;
  pthread_mutex_unlock(&h->lock);
  return n != NULL;
}

void hosts_remove(struct hosts *h, const char *name) {
  pthread_mutex_lock(&h->lock);
  struct host **at = &h->first;
  while (*at && strcmp((*at)->name, name) != 0)
    at = &(*at)->next;
  struct host *gone = *at;
  if (gone)
    *at = gone->next;
  pthread_mutex_unlock(&h->lock);
  free(gone);
}

unsigned hosts_resolve(struct hosts *h, const char *name) {
  struct host n;
  return hosts_find(h, name, &n) ? n.address : 0;
}
