// The walk locks the next node before it releases the current one, so each link is read under the lock of the node that owns it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
  pthread_mutex_t lock;
  int key;
  struct node *next;
};

static struct node *new_node(int key, struct node *next) {
  struct node *n = malloc(sizeof *n);
  pthread_mutex_init(&n->lock, NULL);
  n->key = key;
  n->next = next;
  return n;
}

static struct node *head;

static void insert_sorted(int key) {
  struct node *prev = head;
  pthread_mutex_lock(&prev->lock);
  while (prev->next && prev->next->key < key) {
    struct node *next = prev->next;
    pthread_mutex_lock(&next->lock);
    pthread_mutex_unlock(&prev->lock);
    prev = next;
  }
  prev->next = new_node(key, prev->next);
  pthread_mutex_unlock(&prev->lock);
}

static void *inserter(void *arg) {
  int start = *(int *)arg;
  for (int i = 0; i < 60; i++)
    insert_sorted(start + 2 * i);
  return NULL;
}

int main(void) {
  head = new_node(-1, NULL);
  pthread_t t[2];
  int start[2] = {0, 1};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, inserter, &start[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  int length = 0;
  for (struct node *n = head->next; n; n = n->next)
    length++;
  printf("%d\n", length);
  return 0;
}
