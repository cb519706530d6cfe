// All threads take blocks from one free list without a lock.
#include <thread>

struct Block {
  Block *next;
  char bytes[56];
};

static Block *freeList = nullptr;

static Block *allocate() {
  if (Block *block = freeList) { // RACE
    freeList = block->next;      // RACE
    return block;
  }
  return new Block;
}

static void release(Block *block) {
  block->next = freeList; // RACE
  freeList = block;       // RACE
}

static void churn() {
  for (int i = 0; i < 200; ++i) {
    Block *a = allocate();
    Block *b = allocate();
    a->bytes[0] = b->bytes[0] = 'x'; // RACE
    release(a);
    release(b);
  }
}

int main() {
  std::thread a(churn);
  churn();
  a.join();
}
