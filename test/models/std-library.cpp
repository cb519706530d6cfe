// So do smart pointers, callables, algorithms, strings, streams and files.
// RUN: %python %S/check-names.py %fearless %s -std=c++20
#include <algorithm>
#include <any>
#include <charconv>
#include <chrono>
#include <complex>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <locale>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <ranges>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <tuple>
#include <typeindex>
#include <utility>
#include <variant>
#include <vector>
struct T {
  int a;
  std::string s;
  bool operator<(const T &o) const {
    return a < o.a;
  }
  bool operator==(const T &) const = default;
};
void mem() {
  auto u = std::make_unique<T>();
  u->a = 1;
  (*u).a = 1;
  u.get();
  u.reset();
  u.reset(new T);
  u.release();
  std::unique_ptr<T> u2(std::move(u));
  u2 = std::move(u);
  u2 = nullptr;
  std::unique_ptr<T> u3(new T);
  if (u3) {
  }
  std::unique_ptr<int[]> ua(new int[3]);
  ua[0] = 1;
  std::swap(u2, u3);
  u2.swap(u3);
  auto uf = std::unique_ptr<FILE, int (*)(FILE *)>(nullptr, fclose);
  if (u2 == nullptr) {
  }
  auto s = std::make_shared<T>();
  s->a = 1;
  (*s).a = 1;
  s.get();
  s.reset();
  s.reset(new T);
  std::shared_ptr<T> s2(s), s3(std::move(s)), s4(new T),
      s5(new T, [](T *p) { delete p; }), s6(std::make_unique<T>());
  s2 = s3;
  s2 = std::move(s3);
  s2 = nullptr;
  s2.use_count();
  if (s2) {
  }
  std::shared_ptr<int> al(s4, &s4->a);
  std::weak_ptr<T> w(s4);
  w = s4;
  auto l = w.lock();
  w.expired();
  w.reset();
  s2.swap(s4);
  if (s2 == s4) {
  }
  std::static_pointer_cast<T>(s2);
  s2 = std::make_unique<T>();
  std::shared_ptr<T[]> sa(new T[2]);
  sa[0].a = 1;
  std::optional<T> o;
  o = T{};
  o->a = 1;
  (*o).a = 1;
  o.value();
  o.has_value();
  if (o) {
  }
  o.reset();
  o.emplace();
  o = std::nullopt;
  std::optional<T> o2(o), o3(T{}), o4(std::nullopt), o5(std::in_place);
  o2 = o3;
  o.value_or(T{});
  auto mo = std::make_optional<T>(T{});
  if (o == o2) {
  }
  std::variant<int, T> v;
  v = T{};
  std::get<T>(v).a = 1;
  std::get_if<T>(&v);
  std::holds_alternative<T>(v);
  std::visit([](auto &x) {}, v);
  v.index();
  v.emplace<T>();
  std::any a;
  a = 1;
  a = T{};
  std::any_cast<T &>(a);
  a.has_value();
  a.reset();
  std::pair<int, T> p{1, T{}};
  p.first = 1;
  p = std::make_pair(1, T{});
  std::tuple<int, T> t;
  std::get<1>(t).a = 1;
  auto [x, y] = t;
  std::tie(x, y) = t;
  t = std::make_tuple(1, T{});
  T tt;
  std::reference_wrapper<T> r(tt), r2 = std::ref(tt);
  r.get().a = 1;
  T &tr = r;
  r = r2;
  std::cref(tt);
  std::exchange(tt, T{});
  std::move(tt);
  std::addressof(tt);
  std::as_const(tt);
}
struct W {
  void run(int);
  int operator()(int);
};
int fn(int);
void fun() {
  std::function<int(int)> f(fn), g = [](int i) { return i; }, h(f), e;
  g = f;
  g = std::move(f);
  g = nullptr;
  g = fn;
  g(1);
  if (g) {
  }
  W w;
  auto b = std::bind(&W::run, &w, std::placeholders::_1);
  b(1);
  std::function<void(int)> bf = std::bind(&W::run, &w, 1);
  auto b2 = std::bind_front(&W::run, &w);
  b2(1);
  std::invoke(&W::run, w, 1);
  std::invoke(fn, 1);
  std::apply(fn, std::tuple<int>(1));
  auto mf = std::mem_fn(&W::run);
  mf(w, 1);
  g.swap(e);
  std::not_fn(fn)(1);
  std::hash<std::string>()("a");
  std::less<int>()(1, 2);
  e = std::ref(w);
  std::vector<std::thread> ts;
  ts.emplace_back(fn, 1);
  ts.push_back(std::thread(fn, 1));
  for (auto &t : ts)
    t.join();
  std::for_each(ts.begin(), ts.end(), std::mem_fn(&std::thread::join));
  std::for_each(ts.begin(), ts.end(), [](auto &t) { t.join(); });
  auto ut = std::make_unique<std::thread>(fn, 1);
  ut->join();
  std::map<int, std::thread> mt;
  mt.emplace(1, std::thread(fn, 1));
  mt[1] = std::thread(fn, 1);
  mt[1].join();
  std::optional<std::thread> ot;
  ot.emplace(fn, 1);
  ot->join();
  std::thread arr[3];
  for (auto &t : arr)
    t = std::thread(fn, 1);
  for (auto &t : arr)
    t.join();
}
void alg(std::vector<T> &v) {
  std::sort(v.begin(), v.end());
  std::sort(v.begin(), v.end(), [](auto &a, auto &b) { return a.a < b.a; });
  std::find(v.begin(), v.end(), T{});
  std::find_if(v.begin(), v.end(), [](auto &a) { return a.a; });
  std::any_of(v.begin(), v.end(), [](auto &a) { return a.a; });
  std::count_if(v.begin(), v.end(), [](auto &a) { return a.a; });
  std::transform(v.begin(), v.end(), v.begin(), [](auto &a) { return a; });
  std::accumulate(v.begin(), v.end(), 0,
                  [](int i, auto &b) { return i + b.a; });
  std::copy(v.begin(), v.end(), std::back_inserter(v));
  std::remove_if(v.begin(), v.end(), [](auto &a) { return a.a; });
  std::reverse(v.begin(), v.end());
  std::max_element(v.begin(), v.end());
  std::min(1, 2);
  std::max({1, 2});
  std::lower_bound(v.begin(), v.end(), T{});
  std::fill(v.begin(), v.end(), T{});
  std::iota((int *)0, (int *)0, 1);
  std::generate(v.begin(), v.end(), [] { return T{}; });
  std::equal(v.begin(), v.end(), v.begin());
  std::unique(v.begin(), v.end());
  std::rotate(v.begin(), v.begin(), v.end());
  std::move(v.begin(), v.end(), v.begin());
  std::partition(v.begin(), v.end(), [](auto &a) { return a.a; });
  std::nth_element(v.begin(), v.begin(), v.end());
  std::erase_if(v, [](auto &a) { return a.a; });
  std::mt19937 g(1);
  std::shuffle(v.begin(), v.end(), g);
  std::uniform_int_distribution<int> d(1, 2);
  d(g);
  std::ranges::sort(v, [](auto &a, auto &b) { return a.a < b.a; });
  std::ranges::sort(v, {}, &T::a);
  std::ranges::find(v, T{});
  std::ranges::any_of(v, [](auto &a) { return a.a; });
  std::ranges::for_each(v, [](auto &a) { a.a = 1; });
  std::ranges::find_if(v, [](auto &a) { return a.a; });
  for (auto &x : v | std::views::filter([](auto &a) { return a.a; }))
    x.a = 1;
  for (auto i : std::views::iota(0, 3))
    (void)i;
  for (auto &x : std::views::reverse(v))
    x.a = 1;
  std::clamp(1, 2, 3);
  std::swap(v[0], v[1]);
  std::iter_swap(v.begin(), v.begin());
}
void str(std::string &s) {
  std::string a("x"), b(s), c(std::move(s)), d(3, 'a'), e(s, 1, 2), f;
  f = a;
  f = "x";
  f += a;
  f += "x";
  f += 'c';
  f = a + b;
  f = a + "x";
  f = "x" + a;
  f = "x" + std::move(a);
  f.append(a);
  f.append("x", 1);
  f.push_back('a');
  f.size();
  f.length();
  f.empty();
  f.c_str();
  f.data();
  f[0] = 'a';
  f.at(0);
  f.substr(1);
  f.find("a");
  f.find('a', 1);
  f.rfind("a");
  f.compare(a);
  if (f == a || f == "x" || f < a) {
  }
  f.clear();
  f.erase(0, 1);
  f.insert(0, "x");
  f.replace(0, 1, "x");
  f.resize(3);
  f.reserve(3);
  f.begin();
  for (char ch : f)
    (void)ch;
  for (char &ch : f)
    ch = 'a';
  f.front();
  f.back();
  f.swap(a);
  f.assign("x");
  f.starts_with("a");
  std::to_string(1);
  std::stoi(f);
  std::getline(std::cin, f);
  std::string_view sv(f), sv2 = "x";
  sv = f;
  sv.substr(1);
  sv[0];
  sv.find('a');
  sv.remove_prefix(1);
  std::string g(sv);
  using namespace std::literals;
  auto l = "x"s;
  auto l2 = "x"sv;
  f.find_first_of("ab");
  f.pop_back();
  std::hash<std::string_view>()(sv);
  std::cout << 1 << "x" << f << std::endl
            << 'c' << 1.0 << std::hex << std::setw(3) << true << sv;
  std::cerr << "x" << std::flush;
  std::cin >> f;
  int i;
  std::cin >> i;
  std::ostringstream os;
  os << f;
  os.str();
  std::istringstream is(f);
  is >> i;
  std::stringstream ss;
  ss << 1;
  ss.str("");
  ss.clear();
  std::ofstream of("x");
  of << 1;
  of.close();
  of.is_open();
  if (of) {
  }
  std::ifstream inf("x", std::ios::binary);
  std::getline(inf, f);
  inf.read(f.data(), 1);
  inf.good();
  while (inf >> i) {
  }
  of.write("x", 1);
  of.flush();
  std::cout.flush();
  os.precision(3);
  std::cout.rdbuf();
  std::ios::sync_with_stdio(false);
  std::fstream fs("x");
  fs.open("y");
  inf.seekg(0);
  inf.tellg();
  inf.get();
  inf.eof();
  std::filesystem::path p("x");
  p / "y";
  p /= "z";
  p.string();
  p.filename();
  p.extension();
  std::filesystem::exists(p);
  for (auto &de : std::filesystem::directory_iterator(p)) {
    de.path();
    de.is_directory();
  }
  std::filesystem::remove(p);
  std::filesystem::create_directories(p);
  std::filesystem::file_size(p);
  p = f;
  std::cout << p;
  std::regex re("x");
  std::smatch m;
  std::regex_match(f, m, re);
  std::regex_search(f, re);
  m[1].str();
  std::regex_replace(f, re, "y");
  char buf[9];
  std::to_chars(buf, buf + 9, 1);
  std::from_chars(buf, buf + 9, i);
  auto t0 = std::chrono::steady_clock::now();
  auto dt = std::chrono::steady_clock::now() - t0;
  dt.count();
  std::chrono::duration_cast<std::chrono::milliseconds>(dt).count();
  std::chrono::milliseconds ms(3);
  auto sum = ms + ms;
  if (ms < sum) {
  }
  t0 += ms;
  std::chrono::duration<double> dd = dt;
  ms * 2;
  std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::error_code ec;
  ec.message();
  if (ec) {
  }
  ec.clear();
  try {
    throw std::runtime_error("x");
  } catch (const std::exception &ex) {
    ex.what();
    throw;
  }
  std::complex<double> cc(1, 2);
  cc *cc;
  std::abs(cc);
  std::type_index ti(typeid(int));
  ti.name();
  typeid(int).name();
  std::numeric_limits<int>::max();
  std::current_exception();
  std::rethrow_exception(nullptr);
  std::isalpha('a', std::locale());
  std::isdigit('a');
  std::memcpy(buf, buf, 1);
  std::printf("x");
  std::abort();
}
