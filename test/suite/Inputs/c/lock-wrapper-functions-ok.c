// Every access goes through the wrapper functions lock_db and unlock_db.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t db_mutex = PTHREAD_MUTEX_INITIALIZER;
static int rows[32];
static int row_count;

static void lock_db(void) {
  pthread_mutex_lock(&db_mutex);
}

static void unlock_db(void) {
  pthread_mutex_unlock(&db_mutex);
}

static void db_insert(int value) {
  lock_db();
  if (row_count < 32)
    rows[row_count++] = value;
  unlock_db();
}

static void db_vacuum(void) {
  lock_db();
  int kept = 0;
  for (int i = 0; i < row_count; i++)
    if (rows[i] % 2)
      rows[kept++] = rows[i];
  row_count = kept;
  unlock_db();
}

static void *vacuum_thread(void *unused) {
  (void)unused;
  for (int i = 0; i < 20; i++)
    db_vacuum();
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, vacuum_thread, NULL);
  for (int i = 0; i < 200; i++)
    db_insert(i);
  pthread_join(t, NULL);
  printf("%d\n", row_count);
  return 0;
}
