// The session's optional token is copied and reset under one lock.
#include <mutex>
#include <optional>
#include <string>
#include <thread>

class Session {
public:
  void logOut() {
    std::lock_guard<std::mutex> hold(lock);
    token.reset();
  }
  std::string header() {
    std::lock_guard<std::mutex> hold(lock);
    return token ? "Bearer " + *token : "Anonymous";
  }

private:
  std::mutex lock;
  std::optional<std::string> token = "0123456789abcdef0123456789abcdef";
};

int main() {
  Session session;
  std::thread user([&] { session.logOut(); });
  size_t length = session.header().size();
  user.join();
  return length >= 9 ? 0 : 1;
}
