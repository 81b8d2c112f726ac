#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace asymptest {

/// The two files of a labelled data set: IDX, NPY or CSV, plain or gzipped.
struct DataFiles {
  std::filesystem::path points, labels;
};

/// Where claims on real data find theirs: "data/fashion-mnist" below the working directory, which
/// `scripts/fetch-data` fills, unless another folder was named.
std::filesystem::path data_folder();

/// Names another folder. Throws std::invalid_argument unless it holds both files.
void use_data_folder(const std::filesystem::path& folder);

/// The files of the folder whose names begin with "points" or "train-images", and with "labels" or
/// "train-labels", the first of each in the order of their names. Empty if one is missing.
std::optional<DataFiles> data_files();

/// Hash of the contents of both, hexadecimal, taken once; empty if one is missing.
std::string data_fingerprint();

}  // namespace asymptest
