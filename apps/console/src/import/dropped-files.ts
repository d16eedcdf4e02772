/** The files of a drop. Of a folder those that lie directly in it: a study folder has no folders of its own. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const folders = entries.filter((entry) => entry instanceof FileSystemDirectoryEntry);
  if (folders.length === 0) return [...transfer.files];
  const files = await Promise.all(folders.map(filesIn));
  return files.flat();
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const files: Promise<File>[] = [];
  // A reader gives its entries in portions and an empty one at the end.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return Promise.all(files);
    for (const entry of portion) {
      if (entry instanceof FileSystemFileEntry && !entry.name.startsWith(".")) {
        files.push(new Promise((resolve, reject) => entry.file(resolve, reject)));
      }
    }
  }
}
