// The closed flag is read and set under the lock, so no waiter can miss the broadcast.
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

struct pipe_buffer {
  pthread_mutex_t mutex;
  pthread_cond_t readable;
  unsigned char bytes[256];
  size_t count;
  bool closed;
};

struct pipe_buffer *pipe_buffer_new(void) {
  struct pipe_buffer *p = calloc(1, sizeof *p);
  pthread_mutex_init(&p->mutex, NULL);
  pthread_cond_init(&p->readable, NULL);
  return p;
}

bool pipe_buffer_write(struct pipe_buffer *p, unsigned char byte) {
  pthread_mutex_lock(&p->mutex);
  bool ok = !p->closed && p->count < sizeof p->bytes;
  if (ok)
    p->bytes[p->count++] = byte;
  pthread_cond_signal(&p->readable);
  pthread_mutex_unlock(&p->mutex);
  return ok;
}

int pipe_buffer_read(struct pipe_buffer *p) {
  int byte = -1;
  pthread_mutex_lock(&p->mutex);
  while (p->count == 0 && !p->closed)
    pthread_cond_wait(&p->readable, &p->mutex);
  if (p->count > 0)
    byte = p->bytes[--p->count];
  pthread_mutex_unlock(&p->mutex);
  return byte;
}

void pipe_buffer_close(struct pipe_buffer *p) {
  pthread_mutex_lock(&p->mutex);
  p->closed = true;
  pthread_cond_broadcast(&p->readable);
  pthread_mutex_unlock(&p->mutex);
}

void pipe_buffer_free(struct pipe_buffer *p) {
  pthread_cond_destroy(&p->readable);
  pthread_mutex_destroy(&p->mutex);
  free(p);
}
