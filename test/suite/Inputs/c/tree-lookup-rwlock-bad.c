// A binary tree is inserted into under the write lock, but one lookup descends without any lock.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct tree {
  struct tree *left, *right;
  int key, value;
};

static struct tree *root;
static pthread_rwlock_t root_lock = PTHREAD_RWLOCK_INITIALIZER;

static struct tree **place_of(struct tree **at, int key) {
  while (*at && (*at)->key != key) // RACE
    at = key < (*at)->key ? &(*at)->left : &(*at)->right;
  return at;
}

static void insert(int key, int value) {
  struct tree *n = calloc(1, sizeof *n);
  n->key = key;
  n->value = value;
  pthread_rwlock_wrlock(&root_lock);
  struct tree **at = place_of(&root, key);
  if (*at == NULL) {
    *at = n; // RACE
    n = NULL;
  }
  pthread_rwlock_unlock(&root_lock);
  free(n);
}

static int lookup(int key) {
  int value = -1;
  struct tree **at = place_of(&root, key);
  if (*at) // RACE
    value = (*at)->value;
  return value;
}

static void *writer(void *unused) {
  (void)unused;
  for (int i = 0; i < 200; i++)
    insert(i * 37 % 211, i);
  return NULL;
}

static void free_tree(struct tree *t) {
  if (!t)
    return;
  free_tree(t->left);
  free_tree(t->right);
  free(t);
}

int main(void) {
  pthread_t w;
  int found = 0;
  pthread_create(&w, NULL, writer, NULL);
  for (int i = 0; i < 200; i++)
    found += lookup(i) >= 0;
  pthread_join(w, NULL);
  free_tree(root);
  printf("%d\n", found);
  return 0;
}
