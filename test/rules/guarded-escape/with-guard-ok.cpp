// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The lock goes along with the reference.
#include <map>
#include <mutex>
#include <thread>

class Table {
public:
  class Access {
  public:
    Access(std::unique_lock<std::mutex> Lock, std::map<int, int> &Rows)
        : Lock(std::move(Lock)), Rows(Rows) {}
    std::map<int, int> &operator*() { return Rows; }

  private:
    std::unique_lock<std::mutex> Lock;
    std::map<int, int> &Rows;
  };
  Access access() { return Access(std::unique_lock<std::mutex>(Mu), Rows); }
  std::unique_lock<std::mutex> lock() { return std::unique_lock<std::mutex>(Mu); }
  std::map<int, int> &rows(const std::unique_lock<std::mutex> &) { return Rows; }

private:
  std::mutex Mu;
  std::map<int, int> Rows;
};

static void use(Table &T) {
  Table::Access A = T.access();
  (*A)[1] = 2;
}

static void useToo(Table &T) {
  auto Lock = T.lock();
  T.rows(Lock)[1] = 3;
}

int main() {
  Table T;
  std::thread First([&] { use(T); });
  std::thread Second([&] { useToo(T); });
  First.join();
  Second.join();
}
