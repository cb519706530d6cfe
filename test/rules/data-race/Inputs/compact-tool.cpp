void set_limit(int value);
void compact();
int main() {
  set_limit(1);
  compact();
}
