// The recursive lock is taken twice and released twice: the outer function
// keeps it to the end.
#include <mutex>
#include <thread>

static std::recursive_mutex treeLock;
static int nodes = 0;
static int leaves = 0;

static void addLeaf() {
  treeLock.lock();
  ++leaves;
  treeLock.unlock();
}

static void addNode() {
  treeLock.lock();
  addLeaf();
  ++nodes;
  treeLock.unlock();
}

int main() {
  std::thread helper([] {
    for (int i = 0; i < 500; ++i)
      addNode();
  });
  for (int i = 0; i < 500; ++i)
    addNode();
  helper.join();
  return nodes == leaves ? 0 : 1;
}
