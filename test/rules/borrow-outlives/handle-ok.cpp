// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined before the variable dies: by a join, a destructor, a container of
// threads or futures, a class of the user's own.
#include <future>
#include <string>
#include <thread>
#include <vector>
void use(int &);
void log(std::string &);
void joined() {
  int n = 0;
  std::thread t([&n] { use(n); });
  t.join();
}
void scoped() {
  std::string s;
  std::jthread t([&s] { log(s); });
}
void task() {
  std::string s;
  auto f = std::async(std::launch::async, [&s] { log(s); });
}
void many() {
  std::string s;
  std::vector<std::thread> ts;
  for (int i = 0; i < 3; ++i)
    ts.emplace_back([&s] { log(s); });
  for (auto &t : ts)
    t.join();
}
void futures() {
  std::vector<std::future<void>> fs;
  std::string s;
  for (int i = 0; i < 3; ++i)
    fs.push_back(std::async([&s] { log(s); }));
  for (auto &f : fs)
    f.get();
}
class Group {
public:
  template <class F> void run(F f) { ts_.emplace_back(std::move(f)); }
  void wait() {
    for (auto &t : ts_)
      t.join();
  }

private:
  std::vector<std::thread> ts_;
};
void group() {
  Group g;
  int n = 0;
  g.run([&n] { use(n); });
  g.wait();
}
