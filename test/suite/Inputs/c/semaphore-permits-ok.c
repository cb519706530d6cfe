// A semaphore with three permits limits the connections; the free list itself is changed under a mutex.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

enum { CONNECTIONS = 3, CLIENTS = 5 };

struct connection {
  struct connection *next_free;
  int uses;
};

static sem_t available;
static struct connection connections[CONNECTIONS];
static struct connection *free_list;
static pthread_mutex_t free_list_lock = PTHREAD_MUTEX_INITIALIZER;

static struct connection *acquire(void) {
  sem_wait(&available);
  pthread_mutex_lock(&free_list_lock);
  struct connection *c = free_list;
  free_list = c->next_free;
  pthread_mutex_unlock(&free_list_lock);
  return c;
}

static void release(struct connection *c) {
  pthread_mutex_lock(&free_list_lock);
  c->next_free = free_list;
  free_list = c;
  pthread_mutex_unlock(&free_list_lock);
  sem_post(&available);
}

static void *client(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++) {
    struct connection *c = acquire();
    c->uses++;
    release(c);
  }
  return NULL;
}

int main(void) {
  pthread_t t[CLIENTS];
  sem_init(&available, 0, CONNECTIONS);
  for (int i = 0; i < CONNECTIONS; i++) {
    connections[i].next_free = free_list;
    free_list = &connections[i];
  }
  for (int i = 0; i < CLIENTS; i++)
    pthread_create(&t[i], NULL, client, NULL);
  int uses = 0;
  for (int i = 0; i < CLIENTS; i++)
    pthread_join(t[i], NULL);
  for (int i = 0; i < CONNECTIONS; i++)
    uses += connections[i].uses;
  printf("%d\n", uses);
  return 0;
}
