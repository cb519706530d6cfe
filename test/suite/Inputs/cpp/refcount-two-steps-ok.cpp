// The decrement's own result tells which thread dropped the last reference.
#include <atomic>
#include <thread>

class Texture {
public:
  explicit Texture(int users) : users(users) {}

  static void drop(Texture *texture) {
    if (texture->users.fetch_sub(1) == 1)
      delete texture;
  }

private:
  std::atomic<int> users;
};

static void render(Texture *texture) {
  std::this_thread::yield();
  Texture::drop(texture);
}

int main() {
  Texture *texture = new Texture(2);
  std::thread left(render, texture);
  std::thread right(render, texture);
  left.join();
  right.join();
}
