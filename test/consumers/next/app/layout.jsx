import "hold-list-panel/styles.css";

export const metadata = { title: "Agent desktop" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
