// Two threads append to strings of their own, which are concatenated after the
// join.
#include <string>
#include <thread>

static void draw(std::string &line, char pen, int width) {
  for (int i = 0; i < width; ++i)
    line += pen;
}

int main() {
  std::string picture;
  std::string rest;
  std::thread left(draw, std::ref(picture), '-', 40);
  draw(rest, '=', 60);
  left.join();
  picture += rest;
  return picture.size() == 100 ? 0 : 1;
}
