// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Helpers that are called with the lock, what is only written at the start,
// atomics, objects of one's own, and a member that no lock is ever taken for.
#include <atomic>
#include <deque>
#include <mutex>
#include <string>
class Mailbox {
public:
  explicit Mailbox(unsigned Limit) : Limit(Limit) { Letters.push_back("hello"); }
  bool put(std::string Letter) {
    ++Offered;
    std::lock_guard<std::mutex> Guard(Mu);
    if (full())
      return false;
    Letters.push_back(std::move(Letter));
    return true;
  }
  unsigned limit() const { return Limit; }
  unsigned offered() const { return Offered; }
  void rename(const std::string &To) { Name = To; }
  static Mailbox *copyOf(const Mailbox &Other) {
    auto *Made = new Mailbox(Other.Limit);
    Made->Letters.clear();
    return Made;
  }

private:
  bool full() const { return Letters.size() >= Limit; }
  mutable std::mutex Mu;
  std::deque<std::string> Letters;
  std::atomic<unsigned> Offered = 0;
  unsigned Limit;
  std::string Name;
};
bool use(Mailbox &M) { return M.put("x") && M.limit() && M.offered(); }
