// Each thread takes blocks from a free list of its own.
#include <thread>

struct Block {
  Block *next;
  char bytes[56];
};

static thread_local Block *freeList = nullptr;

static Block *allocate() {
  if (Block *block = freeList) {
    freeList = block->next;
    return block;
  }
  return new Block;
}

static void release(Block *block) {
  block->next = freeList;
  freeList = block;
}

static void churn() {
  for (int i = 0; i < 200; ++i) {
    Block *a = allocate();
    Block *b = allocate();
    a->bytes[0] = b->bytes[0] = 'x';
    release(a);
    release(b);
  }
  while (Block *block = freeList) {
    freeList = block->next;
    delete block;
  }
}

int main() {
  std::thread a(churn);
  churn();
  a.join();
}
