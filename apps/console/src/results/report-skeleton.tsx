import { SkeletonLine } from "../controls/skeleton.tsx";

/** The shape of a report: contents at the side, a summary, a chart. */
export function ReportSkeleton() {
  return (
    <div className="report-frame" aria-hidden="true">
      <div className="rail">
        <div className="stack">
          {[60, 80, 50, 70, 64, 76].map((width) => (
            <SkeletonLine key={width} width={`${width}%`} height={12} />
          ))}
        </div>
      </div>
      <div className="stack">
        <SkeletonLine width="30%" height={24} />
        {[94, 86, 90, 72].map((width) => (
          <SkeletonLine key={width} width={`${width}%`} height={18} />
        ))}
        <SkeletonLine width="100%" height={260} />
      </div>
    </div>
  );
}
