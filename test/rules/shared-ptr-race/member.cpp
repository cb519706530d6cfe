// A configuration that one thread reloads while others take it.
#include <memory>
#include <thread>

struct Config {
  int Level = 0;
};

class Server {
public:
  void reload() { Now = std::make_shared<Config>(); }
  int level() { return std::shared_ptr<const Config>(Now)->Level; }

private:
  std::shared_ptr<const Config> Now = std::make_shared<Config>();
};

int main() {
  Server S;
  std::thread Reloader([&S] { S.reload(); });
  int Level = S.level();
  Reloader.join();
  return Level;
}
