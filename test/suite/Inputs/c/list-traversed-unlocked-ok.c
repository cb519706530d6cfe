// Nodes are pushed and the list walked under its lock; the free after the joins needs none.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *next;
  int key;
};

static struct node *head;
static pthread_mutex_t head_lock = PTHREAD_MUTEX_INITIALIZER;

static void push(int key) {
  struct node *n = malloc(sizeof *n);
  n->key = key;
  pthread_mutex_lock(&head_lock);
  n->next = head;
  head = n;
  pthread_mutex_unlock(&head_lock);
}

static void *pusher(void *arg) {
  int base = *(int *)arg;
  for (int i = 0; i < 100; i++)
    push(base + i);
  return NULL;
}

static void *reporter(void *unused) {
  (void)unused;
  int length = 0;
  pthread_mutex_lock(&head_lock);
  for (const struct node *n = head; n; n = n->next)
    length++;
  pthread_mutex_unlock(&head_lock);
  printf("%d so far\n", length);
  return NULL;
}

int main(void) {
  pthread_t a, b, r;
  int base[2] = {0, 1000};
  pthread_create(&a, NULL, pusher, &base[0]);
  pthread_create(&b, NULL, pusher, &base[1]);
  pthread_create(&r, NULL, reporter, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  pthread_join(r, NULL);
  while (head) {
    struct node *n = head;
    head = n->next;
    free(n);
  }
  return 0;
}
