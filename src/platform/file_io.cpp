#include "platform/file_io.h"

#include <array>
#include <cstdio>
#include <memory>

#include <sys/stat.h>

#include "text/strings.h"

namespace cadre::platform {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

std::unexpected<Error> failed(text::Str what) {
  return std::unexpected(Error{ErrorCode::kIo, "", {what, {}}});
}

bool isFolder(const std::string& path) {
  struct stat info{};
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

}  // namespace

Expected<std::string> readFile(const std::string& path) {
  const File file(isFolder(path) ? nullptr : std::fopen(path.c_str(), "rb"));
  if (!file) return failed(text::Str::error_cannot_read);
  std::string out;
  std::array<char, 65536> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    out.append(buffer.data(), count);
  }
  if (std::ferror(file.get()) != 0) return failed(text::Str::error_cannot_read);
  return out;
}

Expected<void> writeFile(const std::string& path, std::string_view bytes) {
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) return failed(text::Str::error_cannot_write);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  const bool closed = std::fclose(file.release()) == 0;
  if (!written || !closed) return failed(text::Str::error_cannot_write);
  return {};
}

}  // namespace cadre::platform
