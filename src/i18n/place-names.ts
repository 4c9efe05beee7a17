/** What places are called, in whatever language people work. */
export const placeNames = {
  /** The words before a name, by the tier of government that they stand for. */
  levels: {
    province: ["tỉnh"],
    district: ["thành phố", "thị xã", "huyện", "quận"],
    commune: ["xã", "phường", "thị trấn", "đặc khu"],
  },
  /** Cities that are provinces by themselves. */
  central: ["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"],
} as const;
