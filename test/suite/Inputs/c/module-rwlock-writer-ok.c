// A module with a read-write lock and no threads in sight: readers read under the read lock, and all changes are under the write lock.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <string.h>

enum { CONTACTS = 50 };

struct contact {
  char name[32];
  char phone[16];
};

static pthread_rwlock_t book_lock = PTHREAD_RWLOCK_INITIALIZER;
static struct contact book[CONTACTS];
static int contacts;

static int index_of(const char *name) {
  for (int i = 0; i < contacts; i++)
    if (strcmp(book[i].name, name) == 0)
      return i;
  return -1;
}

int book_add(const char *name, const char *phone) {
  pthread_rwlock_wrlock(&book_lock);
  int at = contacts < CONTACTS ? contacts++ : -1;
  if (at >= 0) {
    strncpy(book[at].name, name, sizeof book[at].name - 1);
    strncpy(book[at].phone, phone, sizeof book[at].phone - 1);
  }
  pthread_rwlock_unlock(&book_lock);
  return at;
}

int book_phone(const char *name, char *out, size_t size) {
  pthread_rwlock_rdlock(&book_lock);
  int at = index_of(name);
  if (at >= 0 && size > 0) {
    strncpy(out, book[at].phone, size - 1);
    out[size - 1] = '\0';
  }
  pthread_rwlock_unlock(&book_lock);
  return at >= 0;
}

int book_rename(const char *from, const char *to) {
  pthread_rwlock_wrlock(&book_lock);
  int at = index_of(from);
  if (at >= 0)
    strncpy(book[at].name, to, sizeof book[at].name - 1);
  pthread_rwlock_unlock(&book_lock);
  return at >= 0;
}
