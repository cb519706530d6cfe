// A getter without the lock, and a counter outside of it.
#include <deque>
#include <mutex>
#include <string>
class Mailbox {
public:
  explicit Mailbox(unsigned Limit) : Limit(Limit) { Letters.push_back("hello"); }
  bool put(std::string Letter) {
    ++Offered;
    std::lock_guard<std::mutex> Guard(Mu);
    if (Letters.size() >= Limit)
      return false;
    Letters.push_back(std::move(Letter));
    return true;
  }
  bool empty() const { return Letters.empty(); }
  unsigned offered() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Offered;
  }
  void forget() {
    std::lock_guard<std::mutex> Guard(Mu);
    Offered = 0;
  }

private:
  mutable std::mutex Mu;
  std::deque<std::string> Letters;
  unsigned Offered = 0, Limit;
};
bool use(Mailbox &M) { return M.put("x") && !M.empty() && M.offered(); }
